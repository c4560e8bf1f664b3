// Which keys do what, and a switch for those who would rather not have single keys do anything.
import { Button, Switch, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { setShortcuts, shortcutsOn } from '../shared/keyboard.ts';

const shortcuts = [
  ['/', 'Cari nomor tiket'],
  ['n', 'Terima permohonan di loket'],
  ['j', 'Berkas berikutnya di daftar'],
  ['k', 'Berkas sebelumnya di daftar'],
  ['Enter', 'Buka berkas yang disorot'],
  ['x', 'Pilih berkas yang disorot, bila dapat dikerjakan sekaligus'],
  ['Shift+x', 'Pilih sampai berkas yang disorot'],
  ['Esc', 'Tutup berkas, kembali ke daftar'],
  ['Ctrl+Enter', 'Kirim formulir yang sedang diisi'],
  ['Ctrl+V', 'Tempel gambar sebagai bukti'],
  ['?', 'Bantuan ini'],
] as const;

export function KeyboardHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(shortcutsOn);
  useEffect(() => {
    if (opened) dialog.current?.showModal();
    else dialog.current?.close();
  }, [opened]);
  return (
    <dialog ref={dialog} className="help" aria-labelledby="papan-ketik" onClose={onClose}>
      {opened ? (
        <>
          <Title order={2} size="h4" id="papan-ketik">
            Papan ketik
          </Title>
          <dl>
            {shortcuts.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <Switch
            label="Pakai pintasan satu tombol"
            description="Matikan bila Anda memakai perintah suara atau sering salah tekan."
            checked={on}
            onChange={(event) => {
              setOn(event.currentTarget.checked);
              setShortcuts(event.currentTarget.checked);
            }}
          />
          <Button variant="default" mt="md" onClick={onClose}>
            Tutup
          </Button>
        </>
      ) : null}
    </dialog>
  );
}
