"""Digests on their way while everything around them fails: whether each arrives once all the same.

    python -m tests.faultrun --deliveries 2000 --seed 1 --engine postgresql

A Discord and a database run here, bots in processes of their own. What is to happen to which digest
is chosen before, from the seed. What came of it is counted in the channels.
"""
