"""The plugins that come with sayso. They use what ``sayso.__all__`` offers, and nothing else."""
