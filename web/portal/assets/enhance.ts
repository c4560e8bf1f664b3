/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// What a script can make nicer: progress while a photo is sent, no second click, waiting without flicker, printing.
// Every form works without it. It is sent to browsers as its own text, so it may use nothing from outside itself.

export function enhance(page: Document): void {
  const sentOnce = (): void => {
    for (const form of page.querySelectorAll<HTMLFormElement>('form[data-once]')) {
      form.addEventListener('submit', (event) => {
        if (form.dataset.sent === 'yes') event.preventDefault();
        form.dataset.sent = 'yes';
        for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true');
      });
    }
    // A page that comes back by the back button may be sent again.
    addEventListener('pageshow', () => {
      for (const form of page.querySelectorAll<HTMLFormElement>('form[data-once]')) {
        form.dataset.sent = 'no';
        for (const button of form.querySelectorAll('button')) button.removeAttribute('aria-disabled');
      }
    });
  };

  const printing = (): void => {
    for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
      button.hidden = false;
      button.addEventListener('click', () => print());
    }
  };

  const sending = (form: HTMLFormElement): void => {
    const file = form.querySelector<HTMLInputElement>('input[type=file]');
    const button = form.querySelector('button');
    const state = form.querySelector<HTMLElement>('[data-upload-state]');
    const bar = form.querySelector('progress');
    const waiting = form.dataset.waiting;
    if (!file || !button || !state || !bar || waiting === undefined) return;
    const most = Number(form.dataset.maxBytes);
    const tell = (sentence: string): void => {
      state.textContent = sentence;
    };
    const ready = (sentence: string): void => {
      tell(sentence);
      bar.hidden = true;
      button.removeAttribute('aria-disabled');
      form.dataset.sent = 'no';
    };

    form.addEventListener('submit', (event) => {
      const chosen = file.files?.[0];
      if (form.dataset.sent === 'yes') return event.preventDefault();
      if (!chosen) return;
      event.preventDefault();
      if (chosen.size > most) {
        ready(`Foto ini terlalu besar. Paling besar ${Math.floor(most / 1048576)} MB. Pilih foto lain.`);
        file.focus();
        return;
      }
      form.dataset.sent = 'yes';
      button.setAttribute('aria-disabled', 'true');
      bar.hidden = false;
      tell('Foto sedang dikirim. Jangan tutup halaman ini.');

      let arrived = false;
      const request = new XMLHttpRequest();
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        bar.value = total > 0 ? Math.round((loaded / total) * 100) : 0;
      });
      request.upload.addEventListener('load', () => {
        arrived = true;
      });
      request.addEventListener('load', () => {
        // Led back to this site, where a script may come without its cookies: the storage has taken the photo.
        const ledBack = new URL(request.responseURL).origin === location.origin;
        if (ledBack || request.status < 400) return location.assign(waiting);
        ready('Foto belum terkirim. Muat ulang halaman ini, lalu kirim lagi. Jawaban lain tidak hilang.');
      });
      // The storage answers with a redirect that a script may not follow; then the whole photo has arrived.
      request.addEventListener('error', () => {
        if (arrived) return location.assign(waiting);
        if (navigator.onLine) return form.submit();
        ready('Sambungan terputus. Periksa sinyal, lalu tekan Kirim foto lagi. Jawaban lain tidak hilang.');
      });
      request.open('POST', form.action);
      request.send(new FormData(form));
    });
  };

  const waitFor = (line: HTMLElement): void => {
    let again = line.dataset.wait ?? location.pathname;
    const look = async (): Promise<void> => {
      const answer = await fetch(again, { headers: { accept: 'text/html' } });
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const still = next.querySelector<HTMLElement>('[data-wait]');
      if (answer.redirected || !still) return location.replace(answer.redirected ? answer.url : again);
      again = still.dataset.wait ?? again;
      setTimeout(tick, 1500);
    };
    const tick = (): void => {
      look().catch(() => setTimeout(tick, 5000));
    };
    setTimeout(tick, 1000);
  };

  // A question that hangs on another appears when it is asked; hidden ones are not sent.
  const depending = (box: HTMLElement): void => {
    const form = box.closest('form');
    const answers = new Set<unknown>(JSON.parse(box.dataset.answers ?? '[]'));
    const lead = box.querySelector<HTMLElement>('.hint');
    if (!form) return;
    if (lead) lead.hidden = true;
    const show = (): void => {
      const given = new FormData(form).get(box.dataset.on ?? '');
      box.hidden = given === null || answers.has(given) === box.hasAttribute('data-negated');
      for (const input of box.querySelectorAll<HTMLInputElement>('input,select,textarea')) {
        input.disabled = box.hidden;
      }
    };
    form.addEventListener('change', show);
    show();
  };

  sentOnce();
  printing();
  for (const box of page.querySelectorAll<HTMLElement>('.depends')) depending(box);
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-upload]')) sending(form);
  const line = page.querySelector<HTMLElement>('[data-wait]');
  if (line) waitFor(line);
}
