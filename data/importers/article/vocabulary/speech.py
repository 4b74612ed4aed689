"""How newspapers tell who says something."""

from data.importers.article.vocabulary import either

SAYS = either("""
    said | says | told | tells | warned | warns | added | adds | announced | announces
    insisted | insists | argued | argues | stressed | stresses | emphasi[sz]ed | emphasi[sz]es
    confirmed | confirms | declared | declares | stated | wrote | writes | pledged | promised
    reiterated | noted | admitted | acknowledged | vowed | explained | posted | remarked
    maintained | cautioned | replied | responded | indicated
    let it be known | lets it be known | reassured | recalls
    promises | pledges | acknowledges | reassures | signals | signalled | concluded | stressing
    telling | informed | made clear | made it clear | makes clear | conceded | claimed
    countered
    revealed | disclosed | asserted | underscored | commented | pointed out | recalled
    complained | joked | testified | answered | briefed | repeated | underlined
    signalled | signaled | suggested | assured | went on | continued | predicted | predicts
    estimated | observed | recounted | quipped | specified | clarified | elaborated | contended
    ventured | replying | adding | saying | warning | promising | noting | insisting
""")
THINKS = either("""
    expects | reckons | estimates | believes | predicts | calculates | thinks | hopes | noted
    says
""")
MEANWHILE = either("also | again | later | has | had | have | publicly | repeatedly")
"""Words between somebody and the verb."""
SPEAKERS = either("""
    delegations? | delegates | ministers | governments | side | officials? | representatives
    plea | appeal | bid | amendment | submission | motion | text
    note | letter | paper | proposal | suggestion | request | demand | cabinet | leaders
    premiers | presidents
""")
"""What of a country speaks for it: `the Spanish and Italian defence ministers`."""
GOVERNS = frozenset({
    "of", "with", "by", "to", "from", "for", "on", "against", "in", "at", "than", "like", "unlike",
    "including", "over", "about", "between", "after", "under", "told", "into", "towards", "toward",
    "around", "among", "urged", "asked", "inviting", "via", "beyond", "alongside", "within",
})  # fmt: skip
"""Words behind which stands no one who does what the sentence tells."""
