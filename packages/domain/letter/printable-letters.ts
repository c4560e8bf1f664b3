// Which characters a document can be set in: those of the embedded faces. Registers of people know Latin letters only
// (Permendagri 73/2022); a letter that merely lacks its accent is set without it, anything else is told before it is drawn.

/** Beyond ASCII; the faces in `rendering/fonts` have each of them. */
export const lettersBeyondAscii =
  '\u00a0¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĦħĨĩĪīĬĭĮįİıĴĵĶķĸĹĺĻļĽľĿŀŁłŃńŅņŇňŊŋŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžƏƒƠơƯưǺǻǼǽǾǿȘșȚțȷəʻʼḌḍḤḥṄṅṚṛṢṣṬṭẀẁẂẃẄẅẒẓỲỳỴỵỶỷỸỹ–—‘’‚“”„†•…‹›€™−';

const known = new Set(lettersBeyondAscii);

const has = (character: string): boolean => /^[ -~\n]$/.test(character) || known.has(character);

/** The character, or the letters it is made of without their marks; undefined where neither can be printed. */
const inPrint = (character: string): string | undefined => {
  if (has(character)) return character;
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return bare !== '' && [...bare].every(has) ? bare : undefined;
};

export interface PrintableText {
  readonly text: string;
  /** Characters that cannot be printed, each once; "?" stands for them in the text. */
  readonly unprintable: readonly string[];
}

export function printableLetters(text: string): PrintableText {
  const unprintable = new Set<string>();
  const set = [...text.normalize('NFC')].map((character) => {
    const printed = inPrint(character);
    if (printed === undefined) unprintable.add(character);
    return printed ?? '?';
  });
  return { text: set.join(''), unprintable: [...unprintable] };
}
