package cotejo.planted.ui;

import cotejo.planted.codec.CodecSeesModel;

/// Breaks a rule on purpose: ui may not see codec.
public final class UiSeesCodec {
    CodecSeesModel seen;
}
