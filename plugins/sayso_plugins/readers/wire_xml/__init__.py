"""Wire copy in XML: NITF, and NewsML-G2, which often carries it."""
