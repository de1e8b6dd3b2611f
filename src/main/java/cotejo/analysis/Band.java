package cotejo.analysis;

/// How far the members of a group spread around their centre at a step.
///
/// The first three are widths around the mean, whichever centre is drawn; they need two members.
public enum Band {
    NONE,
    /// The mean ± the sample standard deviation (over n − 1).
    STD,
    /// The mean ± the standard error, the deviation over √n.
    SE,
    /// The 95 % confidence interval of the mean: ± the standard error times the 97.5 % quantile of Student's t with
    /// n − 1 degrees of freedom.
    CI95,
    /// From the least to the greatest.
    MINMAX,
    /// From the 25 % to the 75 % quantile, linear between values (type 7 of Hyndman and Fan, as in R and NumPy).
    IQR
}
