"""How strict Discord is: each rule it is known to hold a bot to, without a server around it.

The codes of errors are Discord's own where they are published or reported; where only the rule is
known, the code is worded in their manner, so nothing should depend on its name.
"""
