// PostingLint
