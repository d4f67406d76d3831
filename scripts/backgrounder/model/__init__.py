"""What a briefing is: frozen records without behaviour beyond their own meaning.

Every stage reads these records and none changes them. They hold no file positions: a problem names
its ``Place`` (file and path of keys), and ``load.locate`` finds the line and column when they are
wanted. So records compare by content, and a record read back from a cache is the same record.
"""
