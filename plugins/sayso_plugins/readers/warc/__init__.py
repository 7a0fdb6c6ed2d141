"""Web archives (WARC, and ARC before it): the pages in them, for the reader of pages."""
