import { type PaymentTexts } from "../texts"

const ar: PaymentTexts["links"] = {
  title: "روابط الدفع",
  outstanding: "المبلغ المستحق",
  create: "إنشاء رابط",
  empty: "أنشئ رابطًا وأرسله إلى المشتري، فتصل الدفعة إلى هذا الطلب.",
  obstacle: {
    no_account:
      "لا يمكن لأي حساب تاجر قبول {{currency}} الآن، لذا لا يمكن إنشاء رابط. راجع الحسابات في الإعدادات ← BPC Payments.",
    unknown_currency:
      "لا يمكن للبوابة الخصم بعملة هذا الطلب، لذا لا يمكن إنشاء رابط.",
    sent_for_free:
      "ما ترسله المطالبة مجاني للمشتري، لذا لا يطلبه أي رابط. استخدم الاستبدال لتحصيل ثمنه.",
  },
  error: "تعذّر تحميل روابط الدفع.",
  createTitle: "إنشاء رابط دفع",
  createText:
    "من يفتح الرابط يدفع بالبطاقة ما يستحق على الطلب في تلك اللحظة؛ وهو الآن {{amount}}. تُتَّبع تغييرات الطلب تلقائيًا.",
  expires: "صالح حتى نهاية يوم",
  expiresHint: "آخر يوم يمكن اختياره هو {{last}}.",
  expiresWrong: "اختر يومًا من اليوم حتى {{last}}.",
  created: "الرابط جاهز. أرسله إلى المشتري.",
  name: "رابط الدفع",
  showQr: "إظهار رمز QR",
  hideQr: "إخفاء رمز QR",
  qr: "رمز QR لرابط الدفع",
  qrText: "امسحه بهاتف لفتح صفحة الدفع.",
  revoke: "إلغاء",
  revokeTitle: "إلغاء هذا الرابط؟",
  revokeText:
    "يتوقف عن العمل فورًا، وتُغلق صفحة الدفع التي فُتحت به. المال المدفوع يبقى مكانه.",
  revoked: "أُلغي الرابط.",
  state: { open: "مفتوح", paid: "مدفوع", revoked: "ملغى", expired: "منتهٍ" },
  until: "صالح حتى {{when}}",
  paidAt: "دُفع {{when}}",
  revokedAt: "ألغاه {{by}} {{when}}",
  expiredAt: "انتهى {{when}}",
  madeBy: "أنشأه {{by}}",
  earlier: "إظهار الروابط السابقة ({{number}})",
  fewer: "إخفاء الروابط السابقة",
  payment: "فتح الدفعة",
}

export default ar
