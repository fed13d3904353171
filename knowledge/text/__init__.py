"""Letters, words, sentences and likeness: all that knows how Vietnamese is written."""
