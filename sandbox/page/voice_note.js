// Makes a small voice note without a microphone: a few soft notes in a WAV file.

const RATE = 8000;
const SECONDS = 3;
// A rising fifth and back: clearly a test note, pleasant enough to hear often.
const TUNE_HZ = [392, 440, 523, 587, 523, 440];

function sample(index) {
  const part = (SECONDS * RATE) / TUNE_HZ.length;
  const inNote = (index % part) / part;
  // Each note swells and fades, so that there is no click between two.
  const swell = Math.sin(Math.PI * inNote) ** 2;
  return 0.35 * swell * Math.sin((2 * Math.PI * TUNE_HZ[Math.floor(index / part)] * index) / RATE);
}

/** A mono 16-bit WAV file of three seconds. */
export function make() {
  const count = RATE * SECONDS;
  const view = new DataView(new ArrayBuffer(44 + count * 2));
  const write = (offset, word) => [...word].forEach((letter, i) => view.setUint8(offset + i, letter.charCodeAt(0)));
  write(0, "RIFF");
  view.setUint32(4, 36 + count * 2, true);
  write(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  write(36, "data");
  view.setUint32(40, count * 2, true);
  for (let index = 0; index < count; index += 1) {
    view.setInt16(44 + index * 2, sample(index) * 0x7fff, true);
  }
  return new File([view.buffer], "voice.wav", { type: "audio/wav" });
}
