"""Dialogues: who says what, and what is heard, through the real application over real HTTP."""
