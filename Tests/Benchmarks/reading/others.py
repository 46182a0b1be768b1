"""Two more readers for measure.py: others.py zxing3|wechat, in a Python that has
zxing-cpp==3.1.1 and opencv-contrib-python-headless (PyPI).

Reads files named on standard input; prints milliseconds of processor time, then the texts.
"""
import sys
import time

import cv2


def by_zxing(grey):
    import zxingcpp

    return [code.text for code in zxingcpp.read_barcodes(grey)]


def by_wechat(grey):
    # Without the models that OpenCV does not ship: its search for codes, and its decoder.
    return list(wechat.detectAndDecode(grey)[0])


cv2.setNumThreads(1)
wechat = cv2.wechat_qrcode_WeChatQRCode() if sys.argv[1] == "wechat" else None
read = by_wechat if wechat else by_zxing
for path in map(str.rstrip, sys.stdin):
    start = time.process_time()
    texts = read(cv2.imread(path, cv2.IMREAD_GRAYSCALE))
    spent = (time.process_time() - start) * 1_000
    print(path, spent, *texts, sep="\t", flush=True)
