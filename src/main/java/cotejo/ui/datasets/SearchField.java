package cotejo.ui.datasets;

import atlantafx.base.controls.CustomTextField;
import cotejo.text.Texts;
import cotejo.ui.Prompt;
import org.kordamp.ikonli.javafx.FontIcon;

/// A field to search a list by a part of a name.
final class SearchField extends CustomTextField {

    /// @param key of the text that says what is searched
    SearchField(String key) {
        setLeft(new FontIcon("fth-search"));
        Prompt.on(this, Texts.get(key));
        setAccessibleText(Texts.get(key));
    }
}
