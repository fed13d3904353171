"""What the office's reports say: no Telegram, no network, no clock.

The front door is :class:`knowledge.library.Library`; its package holds the map of both flows, report in and answer out.
From the top down, each layer importing only those below it:

    cli          the command line `thuky`
    library      the front door: the only caller of all stages
    ask          question → answer
    facts        blocks → facts            documents   file → blocks, heading
    store        SQLite: reports, passages recognise   text → numbers, dates, gates, people, …
    lexicon      the languages and the field, as data
    text         folding, tokens, sentences, likeness
    model        the values that travel through both flows
    errors       what can go wrong
"""
