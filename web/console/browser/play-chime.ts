/** Two soft notes, made by the browser: there is no sound file to load. Silent where the browser forbids sound. */
export function playChime(): void {
  const context = new AudioContext();
  [659.25, 880].forEach((frequency, index) => {
    const start = context.currentTime + index * 0.14;
    const oscillator = context.createOscillator();
    const volume = context.createGain();
    oscillator.frequency.value = frequency;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.4);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + 0.45);
    if (index === 1) oscillator.onended = () => void context.close();
  });
}
