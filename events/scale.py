"""What may be answered to a question: the words in which answers are kept, the same in every edition."""

SCALE = (1, 2, 3, 4, 5)
GOOD = (4, 5)
NOT_APPLICABLE = "na"
YES, NO = "yes", "no"
LONGEST = 4000  # letters of an answer in own words
