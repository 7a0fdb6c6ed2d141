"""Names of the months, and their abbreviations, in the languages in which they are read."""

from __future__ import annotations

_NAMES = """
january jan janvier januar jänner jan januari enero ene gennaio gen janeiro ianuarie styczeń stycznia sty leden ledna
    január siječanj siječnja января январь янв січня januar ocak tammikuuta tammikuu ιανουαρίου janúar janv jann gener
    január jaanuar janvāris sausio januára يناير ינואר जनवरी
february feb février fevrier févr fév februar feber februari febrero febbraio febb fevereiro fev februarie luty lutego lut únor února
    február veljača veljače февраля февраль фев лютого şubat helmikuuta φεβρουαρίου febrúar feb febr febrer februára veebruar فبراير
march mar mars märz maerz maart mrt marzo março marco martie marzec marca březen března március ožujak ožujka марта март мар березня
    mart maaliskuuta μαρτίου marts mär mrz març marec märts مارس
april apr avril avr abril abr aprile aprilie kwiecień kwietnia kwi duben dubna április travanj travnja апреля апрель апр квітня nisan
    huhtikuuta απριλίου apríl apríla aprill أبريل
may mai mei mayo maggio mag maio maj maja květen května május svibanj svibnja мая май травня mayıs toukokuuta μαΐου maí maig máj mája مايو
june jun juin juni junio giugno giu junho iunie czerwiec czerwca cze červen června június lipanj lipnja июня июнь июн червня haziran
    kesäkuuta ιουνίου júní juny jún júna juuni يونيو
july jul juillet juil juli julio luglio lug julho iulie lipiec lipca lip červenec července július srpanj srpnja июля июль июл липня temmuz
    heinäkuuta ιουλίου júlí juliol júl júla juuli يوليو
august aug août aout augustus agosto ago august sierpień sierpnia sie srpen srpna augusztus kolovoz kolovoza августа август авг серпня
    ağustos elokuuta αυγούστου ágúst agost augusti augusta أغسطس
september sep sept septembre septiembre setiembre settembre set setembro septembrie wrzesień września wrz září szeptember rujan rujna
    сентября сентябрь сен вересня eylül syyskuuta σεπτεμβρίου setembre septembra سبتمبر
october oct octobre oktober okt octubre ottobre ott outubro out octombrie październik października paź říjen října október listopad listopada
    октября октябрь окт жовтня ekim lokakuuta οκτωβρίου octubre oktobra أكتوبر
november nov novembre noviembre novembro noiembrie listopad listopada lis listopadu studeni studenog ноября ноябрь ноя листопада kasım
    marraskuuta νοεμβρίου nóvember novembra نوفمبر
december dec décembre decembre déc dezember dez diciembre dic dicembre dezembro decembrie grudzień grudnia gru prosinec prosince december
    prosinac prosinca декабря декабрь дек грудня aralık joulukuuta δεκεμβρίου desember des desembre decembra ديسمبر
"""


def _table() -> dict[str, int]:
    table: dict[str, int] = {}
    number = 0
    for line in _NAMES.strip().splitlines():
        number += not line.startswith(" ")
        for name in line.casefold().split():
            # 'listopad' is October in Croatian and November in Polish and Czech: with two meanings it is no month.
            if table.get(name, number) != number:
                table[name] = 0
            else:
                table[name] = number
    return {name: number for name, number in table.items() if number}


MONTHS = _table()
