import { type StoryTexts } from "./texts"

const ro: StoryTexts = {
  reason: {
    amount_mismatch:
      "Suma de la procesator diferă de suma cerută de acest magazin.",
    currency_mismatch:
      "Moneda de la procesator diferă de moneda cerută de acest magazin.",
    reference_mismatch:
      "Plata de la procesator are altă referință decât cea înregistrată de acest magazin.",
    duplicate_payment: "Comanda era deja plătită cu altă plată.",
    cart_changed:
      "Totalul coșului s-a schimbat după deschiderea paginii de plată.",
    cart_gone: "Coșul acestei plăți nu mai există.",
    completed_elsewhere:
      "Codul propriu al magazinului a finalizat acest coș și nicio comandă nu este legată de el.",
    order_changed:
      "Comanda nu mai cerea această sumă: între timp a fost modificată, anulată sau plătită altfel.",
    order_impossible:
      "Medusa a refuzat comanda, de exemplu pentru că un articol s-a epuizat.",
    no_order_after_retries: "Crearea comenzii a eșuat de mai multe ori.",
    refund_failed:
      "Banii trebuiau să se întoarcă la cumpărător, dar rambursarea a eșuat de mai multe ori.",
    capture_failed: "Comanda arată o încasare pe care procesatorul nu o are.",
    shipped_uncaptured:
      "Comanda a plecat, iar ce este rezervat pentru ea nu a putut fi încasat.",
    order_canceled:
      "Comanda a fost anulată, deci acești bani trebuie returnați.",
    order_total_differs:
      "Comanda a fost creată pentru alt total decât cel plătit: coșul a fost modificat sau finalizat de alt cod în aceeași clipă.",
    refund_requested: "O persoană i-a rambursat înainte să aibă o comandă.",
    booking_failed:
      "Ce a făcut gateway-ul nu a putut fi înregistrat pe comandă după mai multe încercări. Se încearcă din nou la fiecare oră.",
    gateway_refused: "Procesatorul a refuzat să deschidă o pagină de plată.",
    gateway_silent:
      "Procesatorul nu a răspuns când trebuia deschisă pagina de plată.",
    unknown_to_gateway: "Procesatorul nu cunoaște această pagină de plată.",
    replaced:
      "O pagină de plată mai nouă a aceleiași cumpărături i-a luat locul.",
    other: "Motiv: {{reason}}",
  },
  meaning: {
    creating: {
      money: "Nu s-au mișcat bani.",
      todo: "Se cere procesatorului o pagină de plată. Nu aveți nimic de făcut.",
    },
    open: {
      money: "Încă nu s-au mișcat bani. Cumpărătorul mai poate plăti.",
      todo: "Nu aveți nimic de făcut: procesatorul este întrebat automat până când pagina este plătită sau expiră.",
    },
    authorized: {
      money:
        "{{amount}} sunt rezervați pe cardul cumpărătorului. Încă nu îi aveți.",
      todo: "Încasați-i aici sau în comandă, ori anulați comanda ca să fie eliberați. O rezervare pe care nu o încasează nimeni expiră după câteva zile.",
    },
    authorized_part: {
      money: "Aveți {{captured}} din cei {{amount}} rezervați.",
      todo: "Încasați restul aici sau în comandă. Ce nu se încasează se eliberează cumpărătorului.",
    },
    authorized_no_order: {
      money:
        "{{amount}} sunt rezervați pe cardul cumpărătorului și încă nu există comandă.",
      todo: "Comanda se creează automat, cu mai multe încercări dacă e nevoie. Dacă nu se schimbă în câteva minute, folosiți „Verifică acum”.",
    },
    paid: {
      money: "Aveți {{captured}}, iar comanda își are plata.",
      todo: "Nu aveți nimic de făcut.",
    },
    paid_part: {
      money:
        "Aveți {{captured}} din cei {{amount}} rezervați. Restul a fost eliberat cumpărătorului.",
      todo: "Nu aveți nimic de făcut.",
    },
    paid_refunded_part: {
      money:
        "{{refunded}} din {{captured}} s-au întors la cumpărător. Vă rămân {{kept}}.",
      todo: "Nu aveți nimic de făcut.",
    },
    paid_no_order: {
      money: "Aveți {{captured}} și încă nu există comandă.",
      todo: "Comanda se creează automat, cu mai multe încercări dacă e nevoie. Dacă nu se schimbă în câteva minute, folosiți „Verifică acum”.",
    },
    books_differ: {
      money: "Comanda arată alte sume decât are procesatorul.",
      todo: "Comparați comanda cu portalul procesatorului, apoi rezolvați: trimiteți rambursarea din nou dacă a eșuat sau lăsați așa cum este și scrieți de ce.",
    },
    shipped_uncaptured: {
      money:
        "{{amount}} sunt rezervați pe cardul cumpărătorului, iar comanda a plecat. Aveți {{captured}} din ei.",
      todo: "Se încearcă din nou de la sine. Citiți în cronologie de ce eșuează și încasați-i în comandă înainte ca banca să elibereze rezervarea. Dacă a expirat, trimiteți cumpărătorului un link de plată.",
    },
    giving_back: {
      money:
        "Nicio comandă nu poate folosi acești bani, așa că se întorc la cumpărător.",
      todo: "Nu aveți nimic de făcut. Dacă rambursarea continuă să eșueze, plata este reținută și apare aici cu roșu.",
    },
    kept: {
      money:
        "O persoană a hotărât păstrarea acestor bani. Nu sunt ai niciunei comenzi.",
      todo: "Nu aveți nimic de făcut. Nota este în istoric.",
    },
    refunded: {
      money: "Toți banii s-au întors la cumpărător: {{refunded}}.",
      todo: "Nu aveți nimic de făcut. O bancă poate avea nevoie de câteva zile ca să arate o rambursare.",
    },
    canceled: {
      money:
        "Plata a fost anulată. Nu s-a luat nimic, iar o rezervare pe card este eliberată.",
      todo: "Nu aveți nimic de făcut.",
    },
    expired: {
      money: "Pagina s-a încheiat fără plată. Nu s-au mișcat bani.",
      todo: "Nu aveți nimic de făcut. Dacă vin totuși bani mai târziu, se rezolvă automat.",
    },
    failed: {
      money:
        "Nu a existat o pagină de plată care să poată fi folosită. Nu s-au mișcat bani.",
      todo: "Cumpărătorul poate începe din nou plata. Dacă se întâmplă des, uitați-vă la problemele din pagina de setări BPC.",
    },
  },
  held: {
    amount_mismatch: {
      money:
        "Este posibil ca procesatorul să fi luat altă sumă decât costă comanda. Nu s-a creat nicio comandă și nu s-a returnat nimic.",
      todo: "Comparați cele două sume în istoric și în portalul procesatorului, apoi hotărâți: rambursați cumpărătorul sau păstrați banii și lămuriți restul cu el.",
    },
    currency_mismatch: {
      money:
        "Procesatorul a luat bani în altă monedă. Nu s-a creat nicio comandă și nu s-a returnat nimic.",
      todo: "Verificați moneda contului de comerciant la procesator, apoi hotărâți. De obicei se rambursează.",
    },
    reference_mismatch: {
      money:
        "Nu este sigur că acești bani aparțin acestui coș. Nu s-a creat nicio comandă și nu s-a returnat nimic.",
      todo: "Comparați cele două referințe în istoric și în portalul procesatorului, apoi hotărâți.",
    },
    duplicate_payment: {
      money:
        "Cumpărătorul a plătit de două ori. Aveți acești bani pe lângă cei ai comenzii.",
      todo: "Rambursați-i, dacă nu v-ați înțeles altfel cu cumpărătorul.",
    },
    cart_changed: {
      money:
        "Cumpărătorul a plătit totalul vechi al coșului. Banii sunt la dumneavoastră și nu sunt ai niciunei comenzi.",
      todo: "Înțelegeți-vă cu cumpărătorul, apoi hotărâți: rambursați sau păstrați și lămuriți diferența.",
    },
    completed_elsewhere: {
      money:
        "Banii sunt la dumneavoastră. Codul propriu al magazinului a finalizat coșul, iar acest modul nu vede ce comandă a devenit.",
      todo: "Căutați comanda și comparați suma. Păstrați banii dacă îi revin acelei comenzi, altfel rambursați cumpărătorul. Un programator poate indica fluxul propriu al magazinului (opțiunea completeCartWorkflow).",
    },
    cart_gone: {
      money:
        "Banii sunt la dumneavoastră și nu mai există coș din care să se facă o comandă.",
      todo: "Rambursați sau păstrați banii dacă ați creat comanda manual.",
    },
    order_canceled: {
      money:
        "Comanda este anulată, iar banii ei nu s-au întors toți la cumpărător.",
      todo: "Decideți cu o rambursare, care eliberează și o rezervare. Păstrați banii doar dacă v-ați înțeles așa cu cumpărătorul și scrieți asta în notă.",
    },
    order_changed: {
      money:
        "Banii sunt la dumneavoastră, iar comanda care i-a cerut nu mai are nevoie de ei.",
      todo: "Comparați cu comanda, apoi decideți: rambursați cumpărătorului, sau păstrați banii dacă așa v-ați înțeles.",
    },
    order_impossible: {
      money: "Banii sunt la dumneavoastră, iar Medusa nu poate crea comanda.",
      todo: "Citiți în istoric motivul dat de Medusa. Înlăturați-l (de exemplu adăugând stoc) și creați comanda, sau rambursați cumpărătorul.",
    },
    no_order_after_retries: {
      money: "Banii sunt la dumneavoastră, iar comanda nu a putut fi creată.",
      todo: "Citiți motivul în istoric, înlăturați-l și creați comanda; sau rambursați cumpărătorul.",
    },
    refund_failed: {
      money:
        "Banii sunt încă la dumneavoastră, iar cumpărătorul ar trebui să-i aibă înapoi.",
      todo: "Alegeți rambursarea ca să se mai încerce o dată. Dacă rambursați în portalul procesatorului, plata se actualizează aici de la sine.",
    },
    other: {
      money: "Banii rămân unde sunt până hotărâți.",
      todo: "Citiți istoricul, apoi hotărâți: rambursați cumpărătorul, păstrați banii sau creați comanda.",
    },
  },
  timeline: {
    created: "O plată a fost înregistrată în acest magazin.",
    page_opened: "Procesatorul a deschis o pagină de plată.",
    page_reused:
      "Cumpărătorul a fost trimis din nou la aceeași pagină de plată.",
    create_failed: "Nu s-a putut deschide o pagină de plată.",
    link_opened:
      "Cumpărătorul a deschis pagina de plată printr-un link de plată.",
    link_revoked:
      "Linkul de plată a fost revocat, așa că pagina lui se închide.",
    page_left:
      "Magazinul a părăsit această pagină: coșul, comanda sau metoda de plată s-a schimbat ori plata a fost începută din nou. Dacă nu este folosită din nou imediat, este închisă.",
    page_closed: "Pagina a fost închisă la procesator. Nu mai poate lua bani.",
    webhook: "Un webhook al procesatorului a fost primit și prelucrat.",
    returned: "Cumpărătorul s-a întors de la pagina de plată.",
    attempt_failed:
      "O încercare de plată a eșuat. Cumpărătorul poate încerca din nou pe aceeași pagină.",
    charged_back: "Banca v-a luat banii înapoi (chargeback).",
    verified: "Procesatorul a fost întrebat, iar răspunsul lui a fost preluat.",
    mismatch:
      "Răspunsul procesatorului nu se potrivește cu evidențele acestui magazin.",
    order_placed: "Comanda are această plată.",
    order_failed: "Comanda nu a putut fi creată.",
    adopted:
      "Banii au venit târziu și au fost folosiți pentru cumpărătura actuală a coșului.",
    total_changed:
      "Coșul a fost modificat după începerea acestei plăți, așa că nu s-a comandat nimic cu acești bani.",
    started_again:
      "Cumpărătorul a început din nou în timp ce se crea comanda. Ce înregistrase prima încercare a fost înlăturat, pentru ca banii să conteze o singură dată.",
    captured: "S-au încasat bani.",
    refunded: "S-au rambursat bani cumpărătorului.",
    refund_pending:
      "S-a trimis o rambursare. Procesatorul încă nu a încheiat-o.",
    refund_failed: "O rambursare a eșuat.",
    voided: "Rezervarea de pe card a fost eliberată. Nu s-a luat nimic.",
    expired: "Pagina de plată a expirat fără plată.",
    canceled: "Plata a fost anulată la procesator.",
    held: "Plata este reținută până când hotărăște o persoană.",
    gateway_error:
      "Procesatorul nu a dat un răspuns folositor. Este întrebat din nou automat.",
    in_doubt:
      "Nu se știe dacă aceasta a ajuns la procesator. Evidențele lui sunt citite din nou automat și nimic nu se trimite de două ori.",
    doubt_settled: "Evidențele procesatorului arată acum ce s-a întâmplat.",
    mirrored:
      "Ce s-a făcut în portalul procesatorului a fost înregistrat în Medusa.",
    books_differ: "Sumele comenzii și cele ale procesatorului diferă.",
    shipped_uncaptured:
      "Comanda a plecat, iar banii ei nu au putut fi încasați.",
    released_unpaid:
      "Rezervarea a fost eliberată; comanda rămâne și nu este încă plătită. Nimic nu mai este rezervat pentru ea.",
    retrying:
      "Ce era de făcut cu această plată a eșuat. Se încearcă din nou de la sine.",
    recovered: "Ce eșuase funcționează din nou.",
    gave_up:
      "Procesatorul a fost întrebat mult timp în zadar. Nu mai este întrebat de la sine; „Verifică acum” îl întreabă încă o dată.",
    checked: "O persoană a cerut întrebarea procesatorului.",
    capture_requested: "O persoană a cerut o încasare pe pagina plății.",
    refund_requested: "O persoană a cerut o rambursare pe pagina plății.",
    resolved: "O persoană a hotărât asupra plății reținute.",
    other: "{{kind}}",
  },
}

export default ro
