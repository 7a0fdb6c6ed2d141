"""What ingestion tools have at hand, as plain items. No module here imports the tool that it is for.

Each has ``to_item``, whose result :meth:`sayso.Engine.check` takes: the values as the tool gives them, and nothing that
it did not. A value that the tool worked out is the publisher's no more than the tool is right; ``extra`` says which
tool it was.
"""
