package cotejo;
public final class Cotejo { private Cotejo(){} public static void main(String[] a){ System.out.println("x"); } }
