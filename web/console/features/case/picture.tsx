// A photographed document: as wide as its frame, larger on request, turned upright.
import { Button, VisuallyHidden } from '@mantine/core';
import { IconRotateClockwise, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { type CSSProperties, type ReactNode, useState } from 'react';

const LARGEST = 4;

interface Props {
  readonly url: string;
  readonly name: string;
  readonly tools: ReactNode;
  readonly onBroken: () => void;
}

export function Picture({ url, name, tools, onBroken }: Props) {
  const [turn, setTurn] = useState(0);
  const [zoom, setZoom] = useState(1);
  const [shape, setShape] = useState<number>();
  const sideways = turn % 180 !== 0;
  const paper: CSSProperties =
    shape === undefined ? {} : { width: `${zoom * 100}%`, aspectRatio: String(sideways ? 1 / shape : shape) };
  const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <>
      <div className="scan-tools">
        <Button variant="default" px={12} disabled={zoom >= LARGEST} onClick={() => setZoom(zoom * 2)}>
          <IconZoomIn {...icon} />
          <VisuallyHidden>Perbesar</VisuallyHidden>
        </Button>
        <Button variant="default" px={12} disabled={zoom <= 1} onClick={() => setZoom(zoom / 2)}>
          <IconZoomOut {...icon} />
          <VisuallyHidden>Perkecil</VisuallyHidden>
        </Button>
        <Button variant="default" px={12} onClick={() => setTurn((now) => (now + 90) % 360)}>
          <IconRotateClockwise {...icon} />
          <VisuallyHidden>Putar</VisuallyHidden>
        </Button>
        {tools}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <section className="scan-frame" tabIndex={0} aria-label="Bingkai pindaian, dapat digulir">
        <div className="scan-paper" style={paper} data-sideways={sideways}>
          <img
            src={url}
            alt={name}
            style={{ rotate: `${turn}deg` }}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setShape(naturalWidth / naturalHeight)
            }
            onError={onBroken}
          />
        </div>
      </section>
    </>
  );
}
