// A signature drawn with finger, pen or mouse. Whoever cannot draw here photographs one on paper with the button above.
import { Button, Group, Text } from '@mantine/core';
import { type PointerEvent, useEffect, useRef, useState } from 'react';

const WIDTH = 900;
const HEIGHT = 300;

interface Props {
  readonly onDone: (drawn: File) => void;
  readonly onClose: () => void;
}

function blank(canvas: HTMLCanvasElement | null): void {
  const pen = canvas?.getContext('2d');
  if (!pen) return;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.strokeStyle = '#111';
  pen.lineWidth = 4;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
}

export function Signature({ onDone, onClose }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    blank(canvas.current);
    canvas.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const at = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return [((clientX - left) * WIDTH) / width, ((clientY - top) * HEIGHT) / height] as const;
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    const pen = event.currentTarget.getContext('2d');
    event.currentTarget.setPointerCapture(event.pointerId);
    const [x, y] = at(event);
    pen?.beginPath();
    pen?.moveTo(x, y);
    // A dot is part of many signatures.
    pen?.lineTo(x + 0.1, y);
    pen?.stroke();
    setDrawn(true);
  };
  const go = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const pen = event.currentTarget.getContext('2d');
    const [x, y] = at(event);
    pen?.lineTo(x, y);
    pen?.stroke();
  };
  const save = (): void =>
    canvas.current?.toBlob((picture) => {
      if (picture !== null) onDone(new File([picture], 'tanda-tangan.png', { type: 'image/png' }));
    }, 'image/png');
  return (
    <div className="signature">
      <Text size="sm">Tanda tangani di dalam kotak.</Text>
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        aria-label="Kotak tanda tangan. Bila tidak dapat menggambar, kirim foto tanda tangan di kertas."
        onPointerDown={begin}
        onPointerMove={go}
      />
      <Group gap="xs">
        <Button disabled={!drawn} onClick={save}>
          Pakai tanda tangan ini
        </Button>
        <Button
          variant="default"
          disabled={!drawn}
          onClick={() => {
            blank(canvas.current);
            setDrawn(false);
          }}
        >
          Ulangi
        </Button>
        <Button variant="default" onClick={onClose}>
          Urungkan
        </Button>
      </Group>
      <Text size="xs" c="dark.6">
        Tidak dapat menggambar? Tanda tangan di kertas, lalu kirim fotonya.
      </Text>
    </div>
  );
}
