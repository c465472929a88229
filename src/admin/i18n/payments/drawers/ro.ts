export default {
  howMuch: "Cât?",
  all: "Tot",
  part: "O parte",
  amount: {
    label: "Sumă",
    required: "Scrieți o sumă.",
    invalid: "Scrieți un număr ca {{example}}.",
    tooPrecise: "{{currency}} are {{digits}} zecimale.",
    noDecimals: "{{currency}} nu are zecimale.",
    zero: "Suma trebuie să fie peste zero.",
    most: "Cel mult {{amount}}",
  },
  note: "Notă",
  reason: "Motivul rambursării",
  noReason: "Fără motiv",
  capture: {
    title: "Încasare",
    text: "Banii se iau de pe cardul cumpărătorului. Comanda din Medusa îi arată ca plătiți.",
    partText:
      "Ce nu se încasează acum poate fi eliberat cumpărătorului de banca dumneavoastră și apoi nu mai poate fi încasat.",
    tooMuch: "Pe card nu sunt rezervați mai mult de {{amount}}.",
    noteHint: "Rămâne în istoric, cu numele dumneavoastră.",
    submit: "Încasează {{amount}}",
    done: "S-au încasat {{amount}}.",
  },
  refund: {
    title: "Rambursare",
    text: "Banii se întorc pe cardul cu care a plătit cumpărătorul.",
    partText: "Restul se poate rambursa și mai târziu.",
    throughOrder: "Rambursarea se înregistrează și la comanda din Medusa.",
    wholeOnly: "Banii fără comandă se întorc numai în întregime.",
    tooMuch: "Nu se poate rambursa mai mult de {{amount}}.",
    noteHint:
      "Rămâne în istoric cu numele dumneavoastră și la rambursarea comenzii.",
    confirmTitle: "Rambursați {{amount}}?",
    confirmText:
      "Cumpărătorul primește înapoi {{amount}}. Acest lucru nu se poate anula.",
    submit: "Rambursează {{amount}}",
    done: "{{amount}} sunt pe drum înapoi la cumpărător.",
  },
}
