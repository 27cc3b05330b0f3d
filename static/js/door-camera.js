// Reads QR codes from the camera where the browser can (BarcodeDetector).
const PAUSE = 250;
const SAME_CODE_PAUSE = 3000;

export function canScan() {
  return "BarcodeDetector" in window && Boolean(navigator.mediaDevices?.getUserMedia);
}

export async function scan(video, found) {
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  video.srcObject = stream;
  video.hidden = false;
  await video.play();
  let last = "";
  let lastAt = 0;
  const look = async () => {
    const [code] = await detector.detect(video).catch(() => []);
    const now = Date.now();
    if (code && (code.rawValue !== last || now - lastAt > SAME_CODE_PAUSE)) {
      last = code.rawValue;
      lastAt = now;
      found(code.rawValue);
    }
    if (stream.active) setTimeout(look, PAUSE);
  };
  look();
}
