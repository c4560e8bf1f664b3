// Which keys do what, and a switch for those who would rather not have single keys do anything.
import { Kbd, Modal, Switch, Table } from '@mantine/core';
import { useState } from 'react';
import { setShortcuts, shortcutsOn } from '../shared/keyboard.ts';

const shortcuts = [
  ['/', 'Cari nomor tiket'],
  ['j', 'Berkas berikutnya di daftar'],
  ['k', 'Berkas sebelumnya di daftar'],
  ['Enter', 'Buka berkas yang disorot'],
  ['Esc', 'Tutup berkas, kembali ke daftar'],
  ['?', 'Bantuan ini'],
] as const;

export function KeyboardHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [on, setOn] = useState(shortcutsOn);
  return (
    <Modal opened={opened} onClose={onClose} title="Papan ketik" closeButtonProps={{ 'aria-label': 'Tutup' }}>
      <Table>
        <Table.Tbody>
          {shortcuts.map(([key, what]) => (
            <Table.Tr key={key}>
              <Table.Td w={80}>
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        mt="md"
        label="Pakai pintasan satu tombol"
        description="Matikan bila Anda memakai perintah suara atau sering salah tekan."
        checked={on}
        onChange={(event) => {
          setOn(event.currentTarget.checked);
          setShortcuts(event.currentTarget.checked);
        }}
      />
    </Modal>
  );
}
