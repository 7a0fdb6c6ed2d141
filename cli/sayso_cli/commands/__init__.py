"""The commands, one a file. What a command needs beyond its options it imports when it runs."""
