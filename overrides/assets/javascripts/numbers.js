// Numbers as readers type them: one rule for every field of the site.

const decimalSign = (locale) => new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === "decimal").value;

// "1.250,5" and "1,250.5" are the same in either language; where only one sign stands before three digits, the language
// decides: "3,125" is three and an eighth in Danish, "1.250" is a thousand. Nothing typed is undefined; no number is NaN.
export function numberOf(text, locale) {
  const bare = text.replace(/\s|kr\.?|dkk/gi, "");
  if (!bare) return undefined;
  const signs = bare.match(/[.,]/g) ?? [];
  const last = Math.max(bare.lastIndexOf(","), bare.lastIndexOf("."));
  const alike = new Set(signs).size === 1 && (signs.length > 1 || signs[0] !== decimalSign(locale));
  const grouped = alike && /^\d{3}$/.test(bare.slice(last + 1)) && !/^-?0/.test(bare);
  const digits = (part) => part.replace(/[.,]/g, "");
  const plain = last < 0 || grouped ? digits(bare) : `${digits(bare.slice(0, last))}.${bare.slice(last + 1)}`;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
}
