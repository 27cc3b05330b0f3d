"""The grammar of Polish acts: from blocks of text to a tree of editorial units."""
