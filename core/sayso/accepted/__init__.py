"""What stands today and is accepted: a baseline of all findings, and waivers of single ones with their reasons."""
