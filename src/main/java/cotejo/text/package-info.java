/// Texts for people in their language, and how numbers and times are written.
@NullMarked
package cotejo.text;

import org.jspecify.annotations.NullMarked;
