/// What is talked about: experiments, runs, metrics, datasets, registered models. Plain records without any service.
@NullMarked
package cotejo.model;

import org.jspecify.annotations.NullMarked;
