"""Words that tell how a clause is meant."""

from data.importers.article.vocabulary import either

BREAKS = either(r"""
    , (?:and|but|while)(?= ‹(?:party|person)#\d+› (?:will|have|had|are|were|would|\w+(?:s|ed)) )
    [;:—] | but | while | although | though | whereas | (?<=, )yet | because | which
    (?<!has )(?<!have )(?<!had )since
""")
NOT = either(r"""
    not(?! (?:less|fewer|lower) than| only) | never | neither | nor | without | \w+n't | cannot
    no longer | hardly
    no plans? | no intention | refus(?:e|es|ed|ing) | declin(?:e|es|ed|ing) | fail(?:s|ed|ing)?
    den(?:y|ies|ied|ying) | rul(?:es|ed|ing) out | stopp?(?:s|ed)? short | far from
    reject(?:s|ed)? | dismiss(?:es|ed)? | scotched | quashed | rather than | instead of
""")
FIRST_NOT = either("nor | neither | at no point | never | under no circumstances")
"""Words that deny all of a sentence where they begin it."""
IF = either("""
    if | unless | would have | would need | would require | were to | had it | suppose
    supposing
    even if | could | might | may | in theory | hypothetical(?:ly)? | should it | assuming
    in the event | what if | imagine
""")
FIRST_IF = either("if | unless | had | should | were")
"""Words that make all of a sentence a condition where they begin it."""
SAID = either("""
    reported to | reportedly | allegedly | apparently | supposedly | purportedly
    rumou?red | rumou?rs? | unconfirmed | sources? | diplomats | (?:is|are|was|were) said to
    speculation | media reports? | leaked | leak | gossip | insiders | anonymous
    it is understood | (?:is|are) thought to | (?:is|are) believed to | possibly
""")
OPEN = either("""
    whether | consider(?:s|ed|ing)?(?! (?:itself|himself|herself)) | mull(?:s|ed|ing)?
    weigh(?:s|ed|ing)
    explor(?:es|ed|ing)
    debat(?:es|ed|ing) | hop(?:es|ed|ing) | wish(?:es|ed)? | discuss(?:es|ed|ing)?
    ponder(?:s|ed|ing)? | studying | urg(?:es|ed|ing) | call(?:s|ed|ing) (?:for|on)
    want(?:s|ed|ing)? | ask(?:s|ed|ing)? | should | ought | must | press(?:es|ed|ing)
    demand(?:s|ed|ing)? | tempted | undecided | unclear
""")
LIKELY = either("""
    expect(?:s|ed)? | will | is to | are to | due | set | scheduled | plan(?:s|ned)? | likely
    would | aim(?:s|ed)? | intend(?:s|ed)? | forecast | projected | on track | shall | going to
    pledg(?:es|ed) | promis(?:es|ed) | vow(?:s|ed) | upcoming | next | ahead
""")
AHEAD = either("""
    (?:due|set|scheduled|expected|planned|is|are|was|were) to
    would | meets | gathers | gather | meet | host(?:s)? | opens | begins | starts | convenes
    kicks off | gets under way
""")
DENYING = either("""
    no truth | nothing in | untrue | not true | den(?:y|ies|ied|ying)
    (?:did|does|would|could) not confirm | not confirmed | refut(?:es|ed) | rebuff(?:s|ed)
    contradict(?:s|ed)
""")
DENIED = either("that | having | any | reports? | talk | claims? | suggestions? | plans?")
