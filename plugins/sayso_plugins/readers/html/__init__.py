"""Pages of news sites: what their markup states of an item, and the words of the article."""
