"""Given names frequent in English news: what follows one is a surname, not a town.

Names that are as often towns (Austin, Charlotte, Florence, Jackson, Lincoln, Madison, Sydney, Victoria) are left out.
"""

from __future__ import annotations

_WOMEN = """
alice alison amanda amy angela ann anna anne barbara betty brenda carla carmen carol carolyn catherine cheryl
christina christine cindy claire connie cynthia deborah debra denise diana diane donna dorothy elaine
elizabeth ellen emily emma evelyn gloria harriet heather helen hillary irene jacqueline jane janet janice
jennifer jessica jill joan joyce juanita judith judy julia julie karen kate katherine kathleen kathryn kathy
kimberly laura lauren lillian linda lisa lori louise lucy margaret maria marie marilyn martha mary maureen
megan melissa michelle monica nancy natalie nicole pamela patricia paula peggy phyllis rachel rebecca rosa
rose ruth sally samantha sandra sara sarah sharon shirley sophie stephanie sue susan suzanne sylvia tammy
teresa theresa vanessa veronica virginie wanda wendy aisha amina fatima yulia
"""
_MEN = """
aaron adam adrian alan albert alejandro alexander alfred allen andrew andy anthony antonio arthur barack barry
ben benjamin bernard bill billy bob bobby brad bradley brandon brian bruce bryan carl carlos charles charlie
christopher colin craig curtis dan daniel danny dave david dennis derek don donald doug douglas ed eddie
edward edwin eric erik ernest eugene evan felipe fernando francisco frank fred frederick gary gavin george
gerald gerard gilbert glenn gordon graham greg gregory guillermo harold harry hector henry herbert howard hugh
hugo ian ivan jack jacob jake james jason javier jeff jeffrey jeremy jerry jesse jim jimmy joe joel john
johnny jon jonathan jorge jose josé joseph josh joshua juan julio justin karl keith ken kenneth kevin kurt
kyle larry laurence leon leonard lucas luis luke manuel marc marcus mario mark martin marvin matt matthew
maurice max michael miguel mike mitchell nathan neil nicholas nigel norman oliver oscar pablo patrick paul
pedro peter phil philip phillip rafael ralph ramon randy ray raymond ricardo richard rick robert roberto
rodney roger roland ron ronald roy russell ryan samuel scott sean sergio simon stanley stephen steve steven
stuart ted theodore thomas tim timothy todd tom tony travis vincent wade walter warren wayne wesley will
william abdallah abdel abdelaziz abdelkader abdelmalek abdoulaye abdul abdulaziz abdullah abdullahi
abdulrahman abubakar abubakr adnan ahmad ahmed ali amadou amin amir anwar aziz bashar bashir bilal boubacar
dawood djibril fahad faisal farid farouk fawzi ghulam habib habibullah hamid hamza hassan hussain hussein
ibrahim idriss imran iyad ismail issa jalal jamal jawad kamal karim khaled khalid khalil mahamadou mahmoud
mahmud majid mamadou mansour marwan mohamad mohamed mohammad mohammed mostafa moussa muammar muhammad
muhammadu mullah mustafa nabil naser nasir nasser nouri omar osama osman oumar ousmane qasem rafiq rashid
rasoul saad saddam saeed saif saleh salim salman samir sayed seydou sharif sheikh souleymane suleiman tariq
umar usama usman wahid walid yasser yasin younis youssef yusuf zahir zia aleksandr aleksei andrei andriy boris
dmitri dmitry igor mikhail nikolai oleg oleksandr oleksiy pavel petro ramzan sergei sergey viktor vitaly
vladimir volodymyr yevgeny yuri dmytro emmanuel francois françois gilles jacques laurent pierre yves
"""
_EITHER = """
alex andrea beverly chris frances francis jaime jamie jean kelly kim leslie lynn robin sam terry tracy akhtar
valery
"""
SEX_OF_NAME = {
    **dict.fromkeys(_WOMEN.split(), "f"),
    **dict.fromkeys(_MEN.split(), "m"),
    **dict.fromkeys(_EITHER.split(), ""),
}
"""Whether a given name is a woman's or a man's; empty where it is both. Lower case."""
GIVEN_NAMES = frozenset(SEX_OF_NAME)
