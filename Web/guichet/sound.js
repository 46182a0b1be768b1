// A short sound that differs by family. Off unless asked for.

const TONES = { green: [880, 1320], red: [220, 160], amber: [520, 520], grey: [330] };

export function play(family) {
    const context = new AudioContext();
    TONES[family].forEach((frequency, i) => {
        const oscillator = context.createOscillator();
        oscillator.frequency.value = frequency;
        oscillator.connect(context.destination);
        oscillator.start(context.currentTime + 0.15 * i);
        oscillator.stop(context.currentTime + 0.15 * i + 0.12);
    });
    setTimeout(() => context.close(), 1000);
}
