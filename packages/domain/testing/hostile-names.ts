// Names that are no names: what somebody might type who wants a page, a log, a mail or a letter to do something.

/** Would be markup, were they not shown as text. */
export const markupNames: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></textarea></style><svg onload=alert(1)>',
  '<!--<script>-->',
  '&lt;script&gt;&#x3c;',
  'javascript:alert(1)',
  '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;">',
  '<base href="https://jahat.example">',
  ['{{7*7}}', '$', '{7*7}<%= 7*7 %>'].join(''),
  '__proto__',
  'constructor',
];

/** Would turn, hide, heap up or break what stands around them. */
export const trickyNames: readonly string[] = [
  'Warga\u202eijU',
  '\u2066Warga\u2069 Uji\u200f',
  'Wa\u200brga\u2060 U\ufeffji',
  'Wаrga Ujі',
  `Z${'\u0351'.repeat(300)}algo`,
  'Warga\u0000Uji',
  'Warga Uji\r\nBcc: semua@jahat.example',
  'Warga\u2028Uji\u2029Satu',
  'Warga\u001b[2J\u009b2JUji',
  '\ud800Warga',
  'عمر Uji',
  'W'.repeat(120),
  `${'\ufdfa'.repeat(60)}`,
  'Warga 👩\u200d🌾 Uji',
];

export const hostileNames: readonly string[] = [...markupNames, ...trickyNames];
