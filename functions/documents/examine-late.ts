// Who examines signed copies is loaded with the first of them: most of what arrives are scans of identity cards.
import type { Examine } from '@layan/application/ports/examination';

export function examineLate(readModule: () => Uint8Array): Examine {
  let loaded: Promise<Examine> | undefined;
  const load = async () => {
    const [{ makeExamine }, { codeReader }] = await Promise.all([
      import('@layan/examination/examine-upload'),
      import('@layan/examination/codes/read-codes'),
    ]);
    return makeExamine(codeReader(readModule));
  };
  return async (upload) => {
    loaded ??= load();
    return (await loaded)(upload);
  };
}
