"""What the operator hands over to check against: documents that items cite, and a register of organisations."""
