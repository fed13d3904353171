"""What a text mentions, the same for reports and questions.

:class:`~knowledge.recognise.engine.Recogniser` is the way in. Of figures and times, in the order of the flow:

1. `reading` folds or lower-cases a text once and judges how it is typed; `patterns` are built from the lexicon's words.
2. `dates`, `periods` (`months`, `quarters`, `month_parts`, `years`, `relative`), `bases` and `ignored` are rules that
   claim places (`finds`); the longest stand. `ranges` joins "from A to B", fills in years, marks deadlines and as-of.
3. `numbers` (`number_words`) finds the numbers in what remains, `amounts` (`units`) their scale, unit and rate,
   `quantities` shares, ranges, bounds and signs; `carried` spreads a unit over a list; `zeros`, `ordinals` add theirs.

Of names: `names` (`gates`, `people`, `posts`, `organisations`, `places`); `concepts` are what words mean.
"""
