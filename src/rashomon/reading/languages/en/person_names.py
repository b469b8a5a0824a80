"""Given names frequent in English news: what follows one is a surname, not a town.

Names that are as often towns (Austin, Charlotte, Florence, Jackson, Lincoln, Madison, Sydney, Victoria) are left out.
"""

from __future__ import annotations

_NAMES = """
aaron adam adrian alan albert alejandro alex alexander alfred alice alison allen amanda amy andrea andrew andy
angela ann anna anne anthony antonio arthur barack barbara barry ben benjamin bernard betty beverly bill billy
bob bobby brad bradley brandon brenda brian bruce bryan carl carla carlos carmen carol carolyn catherine
charles charlie cheryl chris christina christine christopher cindy claire colin connie craig curtis cynthia
dan daniel danny dave david deborah debra denise dennis derek diana diane don donald donna dorothy doug
douglas ed eddie edward edwin elaine elizabeth ellen emily emma eric erik ernest eugene evan evelyn felipe
fernando frances francis francisco frank fred frederick gary gavin george gerald gerard gilbert glenn gloria
gordon graham greg gregory guillermo harold harriet harry heather hector helen henry herbert hillary howard
hugh hugo ian irene ivan jack jacob jacqueline jaime jake james jamie jane janet janice jason javier jean jeff
jeffrey jennifer jeremy jerry jesse jessica jill jim jimmy joan joe joel john johnny jon jonathan jorge jose
josé joseph josh joshua joyce juan juanita judith judy julia julie julio justin karen karl kate katherine
kathleen kathryn kathy keith kelly ken kenneth kevin kim kimberly kurt kyle larry laura lauren laurence leon
leonard leslie lillian linda lisa lori louise lucas lucy luis luke lynn manuel marc marcus margaret maria
marie marilyn mario mark martha martin marvin mary matt matthew maureen maurice max megan melissa michael
michelle miguel mike mitchell monica nancy natalie nathan neil nicholas nicole nigel norman oliver oscar pablo
pamela patricia patrick paul paula pedro peggy peter phil philip phillip phyllis rachel rafael ralph ramon
randy ray raymond rebecca ricardo richard rick robert roberto robin rodney roger roland ron ronald rosa rose
roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sergio sharon shirley simon
sophie stanley stephanie stephen steve steven stuart sue susan suzanne sylvia tammy ted teresa terry theodore
theresa thomas tim timothy todd tom tony tracy travis vanessa veronica vincent virginie wade walter wanda
warren wayne wendy wesley will william abdallah abdel abdelaziz abdelkader abdelmalek abdoulaye abdul
abdulaziz abdullah abdullahi abdulrahman abubakar abubakr adnan ahmad ahmed aisha akhtar ali amadou amin amina
amir anwar aziz bashar bashir bilal boubacar dawood djibril fahad faisal farid farouk fatima fawzi ghulam
habib habibullah hamid hamza hassan hussain hussein ibrahim idriss imran iyad ismail issa jalal jamal jawad
kamal karim khaled khalid khalil mahamadou mahmoud mahmud majid mamadou mansour marwan mohamad mohamed
mohammad mohammed mostafa moussa muammar muhammad muhammadu mullah mustafa nabil naser nasir nasser nouri omar
osama osman oumar ousmane qasem rafiq rashid rasoul saad saddam saeed saif saleh salim salman samir sayed
seydou sharif sheikh souleymane suleiman tariq umar usama usman wahid walid yasser yasin younis youssef yusuf
zahir zia aleksandr aleksei andrei andriy boris dmitri dmitry igor mikhail nikolai oleg oleksandr oleksiy
pavel petro ramzan sergei sergey valery viktor vitaly vladimir volodymyr yevgeny yulia yuri dmytro emmanuel
francois françois gilles jacques laurent pierre yves
"""
GIVEN_NAMES = frozenset(_NAMES.split())
"""Lower case."""
