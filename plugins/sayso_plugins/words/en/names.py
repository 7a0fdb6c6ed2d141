"""Names in bylines: which are surely places, and which begin as people's names do.

Origin: written for sayso from common knowledge; nothing is looked up elsewhere.
"""

from __future__ import annotations

from sayso import Pattern

_FIRST = r"(?:New|San|Santa|Santo|São|Los|Las|Port|Fort|Cape|Saint|St\.?|Mount|Mt\.?|Rio|Buenos|Addis|Abu|Tel|Hong|Kuala|Phnom"
_FIRST += (
    r"|Des|Baton|El|La|Le|Sri|Ho|Dar|Costa|Puerto|Porto|Salt|Palm|Long|Little|Upper|Lower|Great|Ulan|Sierra|Burkina)"
)
_LAST = r"(?:City|Town|Islands?|County|Bay|Beach|Springs?|Falls|Hills?|Valley|Park|River|Lakes?|Creek|Heights|Province|District"
_LAST += r"|Republic|Kingdom|States|Territory|Peninsula|Coast|Capital|Grove|Harbou?r|Rouge|Lanka|Leone|Faso|Arabia|Delhi|Bengal"
_LAST += r"|Pradesh|Nadu|Carolina|Dakota|Virginia|Zealand|Africa|Korea|Sudan|Ireland|Wales|England|Yorkshire|Lothian)"
#: The name of a place of several words, by its first or its last one.
PLACE_NAME = Pattern(rf"(?:{_FIRST}\s\S.*|\S.*\s{_LAST}|Washington,? D\.?C\.?)\Z")

#: Given names, of the many that sign: *By Ana Ruiz, Jo Berg* are two.
GIVEN_NAMES = frozenset(
    """
    aaron abdul abdullah adam adrian agnes ahmed aisha alan albert alberto alejandro alex alexander alexandra ali alice
    alicia alison amanda amelia amir amy ana andre andrea andreas andrew andy angela anita ann anna anne annie anthony
    antonio arjun arthur ashley ayesha barbara beatrice ben benjamin bernard beth betty bill bob brian bruce carl carla
    carlos carmen carol caroline catherine charles charlotte chen chloe chris christian christina christine christopher
    claire clara claudia colin craig dan daniel daniela darren dave david dawn deborah deepa dennis diana diane diego
    dominic donald donna dorothy doug douglas duncan ed eddie edith eduardo edward elena eleanor eli elizabeth ella
    ellen emily emma eric erik erin esther ethan eva eve fatima felix fernando fiona frances francesca francis frank
    fred gareth gary george gerald gerard giles gina giovanni giulia gloria grace graham greg gregory guy hannah hans
    harold harriet harry hassan heather heidi helen helena henry howard hugh hussein ian ibrahim ines irene isaac isabel
    ivan jack jacob jacqueline jake james jamie jan jane janet jason javier jean jeff jennifer jenny jeremy jessica
    jill jim jo joan joanna joanne joe johan johanna john jon jonathan jordan jorge jose josé joseph josh joshua joy
    juan judith julia julian julie justin karen karl kate katherine kathleen kathryn katie keith kelly ken kenneth kevin
    khaled kim kofi kumar kwame lars laura lauren lee leila leo leon leonard lesley liam lily linda lisa liz lorenzo
    louis louise lucas lucia lucy luis luke lydia magdalena malcolm marc marco margaret maria marie marina mario marion
    mark marta martha martin mary matt matthew maureen max maya megan mei melanie melissa michael michel michelle miguel
    mike mohamed mohammed molly monica muhammad nadia naomi natalie natasha nathan neha neil nicholas nick nicola nicole
    nigel nina noah nora norman oliver olivia omar oscar owen pablo pamela patricia patrick paul paula pauline pedro
    penny per peter phil philip philippa pierre priya rachel rahul raj ralph ramon ravi raymond rebecca ricardo richard
    rita rob robert roberto robin roger ronald rosa rose rosemary ross roy ruth ryan sally sam samantha samuel sandra
    sanjay sara sarah scott sean sergei sharon sheila shirley simon sofia sonia sophia sophie stella stephanie stephen
    steve steven stuart sue sunil susan suzanne sylvia tanya teresa terry thomas tim timothy tina toby todd tom tony
    tracy valerie vanessa vera veronica victor victoria vijay vincent virginia walter wanda wei wendy will william
    yasmin yusuf yvonne zainab zoe
    """.split()
)
