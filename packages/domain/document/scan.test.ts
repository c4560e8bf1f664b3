import { aJpeg, aPdf, aPng, POSITION, pngChunk, pngHeader } from '@layan/testing/builders/scans';
import { describe, expect, it } from 'vitest';
import { orientationOf } from './exif-orientation.ts';
import { maxScanBytes, readScan } from './scan.ts';

const text = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'));
const rejection = (bytes: Uint8Array) => {
  const read = readScan(bytes);
  return read.ok ? 'accepted' : read.error;
};
const kept = (bytes: Uint8Array): Buffer => {
  const read = readScan(bytes);
  if (!read.ok) throw new Error(read.error);
  return Buffer.from(read.value.bytes);
};
const changed = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ 0x01 : byte));

describe('a scan is known by its content', () => {
  it.each([
    ['image/jpeg', aJpeg()],
    ['image/png', aPng()],
    ['application/pdf', aPdf()],
  ])('accepts %s', (contentType, bytes) => {
    expect(readScan(bytes)).toMatchObject({ ok: true, value: { contentType } });
  });

  it.each([
    ['nothing at all', new Uint8Array(), 'empty'],
    ['more than eight megabytes', new Uint8Array(maxScanBytes + 1), 'too-large'],
    ['a web page', text('<!doctype html><script>alert(1)</script>'), 'unknown-type'],
    ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'unknown-type'],
    ['a GIF', text('GIF89a\x01\x00\x01\x00'), 'unknown-type'],
    ['a program', text('MZ\x90\x00'), 'unknown-type'],
    ['a zip', text('PK\x03\x04'), 'unknown-type'],
    [
      'a PDF behind a web page',
      text(`<html></html>${Buffer.from(aPdf()).toString('latin1')}`),
      'unknown-type',
    ],
  ])('refuses %s', (_, bytes, expected) => {
    expect(rejection(bytes)).toBe(expected);
  });

  it('accepts exactly eight megabytes', () => {
    const room = maxScanBytes - aPdf().length - 4;
    const padded = Array.from({ length: 9 }, (_, more) => room - 4 + more)
      .map((length) => aPdf({ objects: ' '.repeat(length) }))
      .find(({ length }) => length === maxScanBytes);
    expect(padded && rejection(padded)).toBe('accepted');
  });
});

describe('a JPEG', () => {
  it('loses position, camera data, comments and whatever stands behind its end', () => {
    const bytes = kept(aJpeg({ trailer: '<html>PK\x03\x04' }));
    expect(bytes.includes(POSITION)).toBe(false);
    expect(bytes.includes('<')).toBe(false);
    expect(bytes.includes('PK')).toBe(false);
    expect(bytes.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
  });

  it('keeps density, colour profile and every byte of the picture', () => {
    const bytes = kept(aJpeg());
    expect(bytes.includes('JFIF')).toBe(true);
    expect(bytes.includes('ICC_PROFILE')).toBe(true);
    expect(bytes.includes(Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]))).toBe(true);
  });

  it('still knows which way is up', () => {
    const bytes = kept(aJpeg({ orientation: 6 }));
    const at = bytes.indexOf('Exif');
    expect(orientationOf(bytes.subarray(at))).toBe(6);
    expect(rejection(new Uint8Array(bytes))).toBe('accepted');
  });

  it('says nothing of its orientation when it is upright', () => {
    expect(kept(aJpeg({ orientation: 1 })).includes('Exif')).toBe(false);
  });

  it('is damaged without an end', () => expect(rejection(aJpeg({ end: false }))).toBe('damaged'));

  it('is damaged wherever it is cut off', () => {
    const whole = aJpeg();
    for (let length = 3; length < whole.length; length += 1) {
      expect(rejection(whole.subarray(0, length)), `cut at ${length}`).toBe('damaged');
    }
  });

  it('is refused when it claims no size', () => expect(rejection(aJpeg({ width: 0 }))).toBe('damaged'));
});

describe('a PNG', () => {
  it('loses texts and Exif, and stays a whole PNG', () => {
    const bytes = kept(aPng());
    expect(bytes.includes(POSITION)).toBe(false);
    expect(rejection(new Uint8Array(bytes))).toBe('accepted');
  });

  it('loses what stands behind its end', () => {
    const bytes = kept(new Uint8Array(Buffer.concat([aPng(), Buffer.from('<html>')])));
    expect(bytes.includes('<html>')).toBe(false);
  });

  it('is damaged when any byte of it changed', () => {
    const whole = aPng();
    for (let at = 8; at < whole.length; at += 1) {
      expect(rejection(changed(whole, at)), `byte ${at}`).toBe('damaged');
    }
  });

  it('is refused when it claims to be a wall of pixels', () => {
    const bomb = Buffer.concat([aPng().subarray(0, 8), pngHeader(60_000, 60_000)]);
    expect(rejection(new Uint8Array(Buffer.concat([bomb, aPng().subarray(33)])))).toBe('damaged');
  });

  it('is damaged without a picture', () => {
    const parts = [aPng().subarray(0, 8), pngHeader(1, 1), pngChunk('IEND', new Uint8Array())];
    expect(rejection(new Uint8Array(Buffer.concat(parts)))).toBe('damaged');
  });
});

describe('a PDF', () => {
  it('is kept as it is', () => expect(kept(aPdf()).equals(Buffer.from(aPdf()))).toBe(true));

  /** Behind the first kilobyte, where a web page would count as the file itself. */
  const withPhoto = (more = '', trailer = '') => {
    const photo = Buffer.from(aJpeg({ trailer })).toString('latin1');
    const stream = `<< /Filter /DCTDecode >>\nstream\n${photo}\nendstream\n`;
    return Buffer.from(aPdf({ objects: `%${'x'.repeat(1024)}\n${stream}${more}` }));
  };

  it('loses what a camera noted in its photos, and not a byte moves', () => {
    const sent = withPhoto();
    const bytes = kept(sent);
    const blanked = [...sent.keys()].filter((at) => bytes[at] !== sent[at]);
    const end = sent.indexOf('</script>') + '</script>'.length - 1;
    expect([blanked.at(0), blanked.at(-1), bytes.length]).toEqual([sent.indexOf('Exif'), end, sent.length]);
    expect(bytes.includes(POSITION)).toBe(false);
    for (const stays of ['JFIF', 'ICC_PROFILE']) expect(bytes.includes(stays)).toBe(true);
  });

  it('loses what a phone wrote behind a photo, and nothing of the photo', () => {
    const film = `${Buffer.from(aJpeg()).toString('latin1')}\0\0\0\x18ftypmp42 ${POSITION}`;
    const sent = withPhoto('', film);
    const bytes = kept(sent);
    const [end, mark] = [sent.indexOf('\xff\xd9', 0, 'latin1') + 2, sent.indexOf('\nendstream')];
    expect(bytes.subarray(end, mark).every((byte) => byte === 0)).toBe(true);
    expect(bytes.subarray(0, end).equals(kept(withPhoto()).subarray(0, end))).toBe(true);
    expect(bytes.subarray(mark).equals(sent.subarray(mark))).toBe(true);
  });

  it('loses the notes between the scans of a photo too', () => {
    const scan = '\xff\xda\0\x02x\xff\0\xff\xd1x';
    const photo = `\xff\xd8${scan}\xff\xfe\0\x06note${scan}\xff\xd9`;
    const sent = Buffer.from(aPdf({ objects: `stream\n${photo}\nendstream\n` }));
    expect(kept(sent).toString('latin1')).toBe(sent.toString('latin1').replace('note', '\0\0\0\0'));
  });

  it.each([
    ['does not say where its data ends', '\nendobj\n6 0 obj\n<< /A (b) >>\nendobj\n'],
    ['ends with another object', '\nendobj\n6 0 obj\n<< >>\nstream\nx\nendstream\n'],
    ['ends before its picture', '\xff\xd9\xff\xda\0\x02x\nendstream\n'],
  ])('keeps what stands behind the end of a photo that %s', (_, behind) => {
    const photo = behind.startsWith('\n') ? '\xff\xd8\xff\xda\0\x02x\xff\xd9' : '\xff\xd8';
    const sent = Buffer.from(aPdf({ objects: `stream\n${photo}${behind}` }));
    expect(kept(sent).equals(sent)).toBe(true);
  });

  it('may have as many notes as fit into it', () => {
    const notes = '\xff\xe1\0\x03x'.repeat(400_000);
    const bytes = kept(
      text(Buffer.from(aPdf({ objects: `stream\n\xff\xd8${notes}\nendstream\n` })).toString('latin1')),
    );
    expect(bytes.includes('x\xff\xe1')).toBe(false);
  });

  it('is kept as it is when somebody signed it', () => {
    const sent = withPhoto('<< /ByteRange [ 0 1 2 3 ] >>\n');
    expect(kept(sent).equals(sent)).toBe(true);
  });

  it('is damaged when it was cut off', () => {
    const whole = aPdf();
    for (const length of [20, whole.length - 40, whole.length - 3]) {
      expect(rejection(whole.subarray(0, length))).toBe('damaged');
    }
  });

  it('is damaged when its table lies outside', () => {
    const wrong = Buffer.from(aPdf())
      .toString('latin1')
      .replace(/startxref\n\d+/, 'startxref\n999999');
    expect(rejection(text(wrong))).toBe('damaged');
  });

  it.each(['/Encrypt 5 0 R', '/Encrypt << /Filter /Standard >>'])(
    'is refused when encrypted: %s',
    (trailer) => {
      expect(rejection(aPdf({ trailer }))).toBe('encrypted');
    },
  );

  it.each(['/JavaScript', '/JS (app.alert(1))', '/Launch', '/EmbeddedFile'])('is refused with %s', (name) => {
    expect(rejection(aPdf({ objects: `3 0 obj\n<< /S ${name} >>\nendobj\n` }))).toBe('unknown-type');
  });

  it.each(['/SubmitForm', '/ImportData', '/GoToE', '/RichMedia', '/EmbeddedFiles 5 0 R'])(
    'is refused with %s, which sends or carries something else',
    (name) => {
      expect(rejection(aPdf({ objects: `3 0 obj\n<< /S ${name} >>\nendobj\n` }))).toBe('unknown-type');
    },
  );

  it.each([
    ['spelled by its numbers', '3 0 obj\n<< /S /J#61vaScript /J#53 (app.alert(1)) >>\nendobj\n'],
    ['between comments', '% stream\n3 0 obj\n<< /S /JavaScript /JS (1) >>\nendobj\n% endstream\n'],
    ['between words in brackets', '(stream)\n3 0 obj\n<< /S /Launch >>\nendobj\n(endstream)\n'],
    ['where a stream seems to be', '% >>\nstream\n3 0 obj\n<< /S /JavaScript >>\nendobj\nendstream\n'],
  ])('is refused with a script %s', (_, objects) => {
    expect(rejection(aPdf({ objects }))).toBe('unknown-type');
  });

  it('may contain such letters by chance in compressed data', () => {
    const objects = '3 0 obj\n<< /Length 12 >>\nstream\nxx/JS /XFA\nendstream\nendobj\n';
    expect(rejection(aPdf({ objects }))).toBe('accepted');
  });

  it('is refused when it is a web page as well', () => {
    expect(rejection(aPdf({ objects: '% <html><script>alert(1)</script>\n' }))).toBe('unknown-type');
  });

  it('is refused when an archive hangs behind it', () => {
    expect(rejection(aPdf({ after: 'PK\x03\x04' }))).toBe('damaged');
  });

  it('answers soon, also to a large file of bad intent', () => {
    const many = 'stream\n'.repeat(900_000);
    expect(rejection(aPdf({ objects: many }))).toBe('accepted');
  }, 5_000);
});
