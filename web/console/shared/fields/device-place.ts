// Where this device is, as "latitude,longitude", or a sentence about why that cannot be said.
export interface DevicePlace {
  readonly text: string;
  /** In metres: how far off it may be. */
  readonly accuracy: number;
}

const WAIT = 20_000;
/** About ten centimetres. */
const DIGITS = 6;

const reasons: Readonly<Record<number, string>> = {
  1: 'Peramban ini belum diizinkan membaca lokasi. Izinkan di setelan, atau ketik koordinatnya.',
  2: 'Lokasi belum ditemukan. Coba di tempat terbuka, atau ketik koordinatnya.',
  3: 'Lokasi belum ditemukan pada waktunya. Coba lagi di tempat terbuka, atau ketik koordinatnya.',
};

/** @throws {Error} whose message is for people. */
export const devicePlace = (): Promise<DevicePlace> =>
  new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) {
      reject(new Error('Perangkat ini tidak dapat membaca lokasi. Ketik koordinatnya.'));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve({ text: `${latitude.toFixed(DIGITS)},${longitude.toFixed(DIGITS)}`, accuracy }),
      ({ code }) => reject(new Error(reasons[code] ?? reasons[2])),
      { enableHighAccuracy: true, timeout: WAIT, maximumAge: 0 },
    );
  });
