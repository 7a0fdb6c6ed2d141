"""Rules on quotation: whose words stand between the marks."""
