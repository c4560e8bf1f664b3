// The form that goes to object storage. Its fields are signed and must come in this order, the file last.

export interface UploadFields {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  /** Page that waits for the check; the storage sends the browser there as well. */
  readonly waitingPath: string;
}

const megabytes = (bytes: number): number => Math.floor(bytes / 1_048_576);

export const ScanForm = ({ upload, label }: { upload: UploadFields; label: string }) => (
  <>
    <ul class="tips">
      <li>Foto di tempat terang. Semua sudut dan tulisan harus terlihat.</li>
      <li>Boleh foto (JPG, PNG) atau PDF, paling besar {megabytes(upload.maxBytes)} MB.</li>
      <li>Keterangan lokasi di dalam foto kami hapus.</li>
    </ul>
    <form
      method="post"
      action={upload.url}
      enctype="multipart/form-data"
      data-upload
      data-max-bytes={String(upload.maxBytes)}
      data-waiting={upload.waitingPath}
    >
      {Object.entries(upload.fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="field">
        <label for="foto">Foto atau PDF: {label}</label>
        <input id="foto" name="file" type="file" accept="image/jpeg,image/png,application/pdf" required />
      </div>
      <button type="submit">Kirim foto</button>
      <p class="upload-state" role="status" data-upload-state></p>
      <progress max="100" value="0" hidden aria-label="Foto terkirim"></progress>
    </form>
    <p class="hint">
      Bila muncul halaman berbahasa Inggris setelah mengirim, tekan tombol kembali. Foto mungkin terlalu
      besar. Coba foto lain.
    </p>
  </>
);
