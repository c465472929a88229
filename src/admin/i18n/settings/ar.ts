import accounts from "./accounts/ar"
import diagnosis from "./diagnosis/ar"
import type { SettingsTexts } from "./en"

const texts: SettingsTexts = {
  menu: "مدفوعات BPC",
  title: "مدفوعات BPC",
  description:
    "الدفع بالبطاقة على صفحة الدفع الخاصة ببوابة BPC. كل شيء يُضبط هنا، وتسري التغييرات من عملية الدفع التالية دون إعادة تشغيل.",
  loading: "جارٍ التحميل",
  saved: "تم الحفظ.",
  never: "أبدًا",
  unknown: "غير معروف بعد",
  on: "مفعّل",
  off: "متوقف",
  optional: "اختياري",
  actions: {
    edit: "تعديل",
    save: "حفظ",
    cancel: "إلغاء",
    delete: "حذف",
    retry: "إعادة المحاولة",
    fix: "انتقال",
  },
  errors: {
    load: "تعذّر التحميل.",
    network: "لم يُجب الخادم. تحقق من الاتصال وحاول مرة أخرى.",
  },
  lock: {
    options: "محدد في الخيارات",
    environment: "محدد في البيئة",
  },
  fields: {
    mode: "الوضع",
    capture_method: "وقت تحصيل المال",
    capture_on_shipment: "التحصيل عند شحن الطلب",
    capture_warning_days: "تنبيه بشأن المدفوعات غير المحصّلة بعد",
    backend_url: "عنوان الخادم الخلفي",
    storefront_url: "عنوان المتجر",
    success_template: "العنوان عند النجاح",
    failure_template: "العنوان عند الفشل",
    allowed_return_origins: "مصادر العودة المسموح بها",
    locale: "لغة صفحة الدفع",
    contact: "جهة اتصال للمتسوقين",
    late_payment: "دفعة متأخرة أو مكررة",
    webhook_tolerance_seconds: "أقصى عمر للـ webhook بالثواني",
    webhook_signature_variant: "صيغة التوقيع",
    signature_layout: "صيغة توقيع رسائل webhook",
    account: "الحساب",
    name: "الاسم",
    api_url: "عنوان واجهة API",
    api_key: "مفتاح API",
    webhook_secret: "سر الـ webhook",
    next_webhook_secret: "سر الـ webhook التالي",
    api_login: "اسم مستخدم API",
    api_password: "كلمة مرور API",
    v1_api_url: "عنوان واجهة Merchant REST API",
    currencies: "العملات المقبولة",
  },
  health: {
    title: "الحالة",
    good: "كل شيء على ما يرام",
    warned: "يعمل مع تنبيهات",
    broken: "يحتاج إليك",
    allWell: "كل ما يمكن فحصه سليم.",
    error: "خطأ",
    warning: "تنبيه",
    lastGood: "آخر webhook صحيح",
    lastBad: "آخر webhook غير صحيح",
    lastRun: "آخر تشغيل للمهمة",
    held: "مدفوعات محتجزة",
    clock: "فرق الساعة مع البوابة",
    seconds: "{{n}} ث",
  },
  steps: {
    title: "ابدأ البيع",
    progress: "اكتمل {{done}} من {{all}} من الخطوات",
    done: "تم",
    key: {
      title: "حدد مفتاح التشفير",
      text: "تُحفظ الأسرار مشفرة. أنشئ مفتاحًا بالأمر: npx medusa-payment-bpc generate-key ثم اضبطه في BPC_ENCRYPTION_KEY على كل خادم وأعد تشغيل الخوادم مرة واحدة.",
      go: "عرض الحالة",
    },
    account: {
      title: "أضف حساب تاجر ({{mode}})",
      text: "انسخ عنوان واجهة API ومفتاح API من بوابة إدارة المزوّد.",
      go: "إضافة حساب",
    },
    connection: {
      title: "اختبر الاتصال",
      text: "يجري الاختبار تلقائيًا عند حفظ الحساب، ونتيجته بجانب الحساب تخبرك بما يجب تصحيحه.",
      go: "عرض النتيجة",
    },
    webhook: {
      title: "دع البوابة تُخبر المتجر بالمدفوعات",
      text: "الصق عنوان الـ webhook في بوابة إدارة المزوّد، وحدد الأحداث، وانسخ سر الـ webhook إلى الحساب، ثم أرسل حدثًا تجريبيًا.",
      go: "إلى webhooks",
    },
    region: {
      title: "فعّل الدفع بالبطاقة في منطقة",
      text: "عندها يمكن لعملاء تلك المنطقة اختياره عند الدفع.",
      go: "إلى المناطق",
    },
  },
  mode: {
    title: "تجريبي أم فعلي",
    description: "لكل وضع حسابات تاجر خاصة به.",
    test: "تجريبي",
    live: "فعلي",
    hint: {
      test: "بطاقات تجريبية فقط، ولا يُخصم شيء.",
      live: "بطاقات حقيقية ومال حقيقي.",
    },
    now: {
      test: "الوضع التجريبي: تُنشأ الطلبات، لكن لا يُخصم شيء فعلًا من أي بطاقة.",
      live: "الوضع الفعلي: يدفع العملاء مالًا حقيقيًا.",
    },
    saved: {
      test: "عمليات الدفع الجديدة الآن في الوضع التجريبي.",
      live: "عمليات الدفع الجديدة تُحصّل الآن مالًا حقيقيًا.",
    },
    confirm: {
      title: "الانتقال إلى الوضع الفعلي؟",
      text: "من الآن فصاعدًا يُخصم من بطاقات حقيقية. المدفوعات التي بدأت تنتهي في الوضع الذي بدأت فيه.",
      noAccount:
        "لا يوجد حساب فعلي بعد: ستُرفض مدفوعات البطاقات حتى تضيف واحدًا.",
      go: "انتقال",
    },
  },
  capture: {
    title: "التحصيل",
    description: "متى يُؤخذ المال من بطاقة العميل.",
    automatic: "فورًا",
    manual: "يدويًا",
    hint: {
      automatic: "يُخصم من البطاقة عندما يدفع العميل.",
      manual: "يُحجز المبلغ على البطاقة ويُؤخذ عندما تحصّله في الطلب.",
    },
    shipment: { off: "أبدًا", whole: "الكل مع أول طرد", parcel: "طردًا طردًا" },
    shipmentHint: {
      off: "تحصّل يدويًا من صفحة الطلب.",
      whole: "يُحصّل المبلغ المحجوز كله عندما يُشحن أول طرد أو يُستلم.",
      parcel:
        "كل طرد أو استلام يحصّل قيمة أصنافه: الشحن مع الأول، والباقي مع الأخير.",
    },
    restReleased:
      "بوابة {{names}} تُفرج عن باقي المبلغ المحجوز مع أول تحصيل، فتخرج الطرود التالية دون دفع. اختر «الكل مع أول طرد».",
    days: "{{n}} أيام",
    daysHint:
      "من 1 إلى 30 يومًا. تُفرج البنوك عن المبالغ المحجوزة بعد نحو أسبوع، وعندها لا يمكن تحصيل المال.",
  },
  urls: {
    title: "العناوين",
    description: "أين تجد البوابة والعملاء العائدون متجرك.",
    afterSuccess: "بعد الدفع",
    afterFailure: "بعد فشل الدفع",
    onlyStorefront: "المتجر فقط",
    preview: "معاينة",
    hint: {
      backend_url:
        "العنوان العام لـ Medusa. هنا تصل الـ webhooks والعملاء العائدون.",
      storefront_url: "دون مسار، مثل https://shop.example.",
      success_template:
        "المتغيرات: {storefront} {country} {order_id} {cart_id}",
      failure_template: "المتغيرات: {storefront} {country} {reason} {cart_id}",
      allowed_return_origins:
        "واحد في كل سطر. متاجر وتطبيقات أخرى يمكن للعملاء العودة إليها؛ والمتجر مسموح به دائمًا.",
    },
  },
  shopper: {
    title: "العملاء",
    description: "ما يراه العملاء، وما يحدث لمال لا يتوقعه أحد.",
    ownLanguage: "لغة العميل",
    contactHint:
      "بريد إلكتروني أو عنوان ويب أو رقم هاتف. يظهر مع اسم المتجر والمبلغ ورقم مرجعي في الصفحات بين صفحة الدفع ومتجرك.",
    noContact: "لا توجد؛ تذكر الصفحات اسم المتجر فقط",
    localeHint: "لغة صفحة الدفع لدى البوابة والصفحات بينها وبين متجرك.",
    lateHint:
      "عندما تصل دفعة لا يمكن إنشاء طلب لها: متأخرة جدًا أو للمرة الثانية.",
    refund: "رد تلقائي",
    hold: "احتجاز لاتخاذ قرار",
    hint: {
      refund: "يسترد العميل كل المبلغ فورًا.",
      hold: "تقرر أنت في «مدفوعات BPC». يبقى المال لديك حتى ذلك الحين.",
    },
  },
  webhooks: {
    title: "Webhooks",
    description:
      "بهذه الرسائل تُخبر البوابة متجرك بالمدفوعات. من دونها تصل الطلبات أيضًا، ولكن متأخرة.",
    url: "العنوان المطلوب لبوابة المزوّد",
    copy: "نسخ عنوان الـ webhook",
    events: "الأحداث المطلوب تحديدها",
    required: "إلزامي",
    test: "ذهاب وإياب",
    testHint:
      "يرسل حدثًا تجريبيًا موقّعًا من الخارج إلى العنوان أعلاه، ويخبرك بما يعترضه.",
    testAccount: "الحساب الذي يوقّع سره الحدث التجريبي",
    send: "إرسال حدث تجريبي",
    needsAccount: "أضف حساب تاجر أولًا: سر الـ webhook الخاص به هو الذي يوقّع.",
    foundWithout: "مدفوعات عُثر عليها دون webhook خلال آخر 7 أيام",
    notArriving: "الـ webhooks لا تصل إليك.",
    deliveries: "آخر ما وصل",
    noDeliveries: "لم يصل شيء بعد. أرسل حدثًا تجريبيًا أو أجرِ دفعة تجريبية.",
    state: {
      received: "ينتظر",
      done: "عولج",
      parked: "مركون",
    },
    advanced: "متقدم",
    advancedHint: "اتركها كما هي ما لم يطلب دعم البوابة تغييرًا.",
    toleranceHint:
      "من 0 إلى 86,400. يُرفض ما يذكر أنه أقدم؛ والقيمة 0 توقف هذا الفحص.",
    variantHint: "قبول طريقة توقيع واحدة فقط.",
    anyVariant: "كل الصيغ الموثقة",
  },
  regions: {
    title: "المناطق",
    description: "أين يمكن للعملاء اختيار الدفع بالبطاقة.",
    none: "لا توجد مناطق في المتجر بعد. أضف واحدة من الإعدادات ← المناطق.",
    switchedOn: "الدفع بالبطاقة مفعّل في {{name}}.",
    switchedOff: "الدفع بالبطاقة متوقف في {{name}}.",
    unserved:
      "لا يوجد حساب يقبل {{currency}} في الوضع «{{mode}}»: تُرفض مدفوعات البطاقات هنا. أضف حسابًا أو أوقف هذا الخيار.",
    wouldBeUnserved:
      "لا يوجد بعد حساب يقبل {{currency}} في الوضع «{{mode}}». أضف واحدًا قبل التفعيل.",
  },
  history: {
    title: "سجل التغييرات",
    description: "من غيّر ماذا ومتى. لا تُسجل الأسرار أبدًا.",
    none: "لم يتغير شيء بعد.",
    more: "عرض المزيد",
    settings: "الإعدادات",
    account: "الحساب «{{name}}»",
    system: "النظام",
    to: "أصبح",
    words: {
      set: "حُدد",
      changed: "تغيّر",
      removed: "أُزيل",
      added: "أُضيف",
      deleted: "حُذف",
      forgotten: "نُسيت",
      madeCurrent: "أصبح التالي هو الحالي",
      yes: "مفعّل",
      no: "متوقف",
    },
  },
  accounts,
  ...diagnosis,
}

export default texts
