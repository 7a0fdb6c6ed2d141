"""A reader of the press releases of the Ministry of Transport of Velland, for sayso."""
