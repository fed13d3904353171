"""Thin handlers: access is settled before they are called, the Library does the work, ``render`` the wording."""
