package io.github.tstoken.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bucket4j.TimeMeter;
import io.github.tstoken.http.Admission.Place;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Pace ANY_PACE = Pace.of(0, TimeMeter.SYSTEM_NANOTIME);

    private final Admission<String> admission = new Admission<>(2, 2, ANY_PACE);

    @Test
    void whenThereIsAPlace_thenTheCallIsAdmitted() {
        assertThat(admission.enter("a")).isEqualTo(Place.ADMITTED);
        assertThat(admission.enter("b")).isEqualTo(Place.ADMITTED);
    }

    @Test
    void whenAllPlacesAreTaken_thenTheCallWaits() {
        enter("a", "b");

        assertThat(admission.enter("c")).isEqualTo(Place.WAITING);
    }

    @Test
    void whenTooManyWait_thenTheCallIsRefusedAndNotKept() {
        enter("a", "b", "c", "d");

        assertThat(admission.enter("e")).isEqualTo(Place.REFUSED);
        assertThat(admission.everyone()).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void whenNobodyMayWait_thenTheNextCallIsRefused() {
        Admission<String> impatient = new Admission<>(1, 0, ANY_PACE);
        assertThat(impatient.enter("a")).isEqualTo(Place.ADMITTED);

        assertThat(impatient.enter("b")).isEqualTo(Place.REFUSED);
    }

    @Test
    void whenACallLeaves_thenTheLongestWaitingGetsItsPlace() {
        enter("a", "b", "c", "d");

        assertThat(admission.leave("b")).contains("c");
        assertThat(admission.leave("a")).contains("d");
        assertThat(admission.leave("c")).isEmpty();
    }

    @Test
    void whenACallLeavesTwice_thenItsPlaceIsGivenBackOnce() {
        enter("a", "b", "c", "d");

        assertThat(admission.leave("a")).contains("c");
        assertThat(admission.leave("a")).isEmpty();
        assertThat(admission.inFlight()).isEqualTo(2);
    }

    @Test
    void whenAWaitingCallLeaves_thenItIsForgottenAndNobodyIsBegun() {
        enter("a", "b", "c", "d");

        assertThat(admission.leave("c")).isEmpty();
        assertThat(admission.waiting()).isEqualTo(1);
        assertThat(admission.leave("a")).contains("d");
    }

    @Test
    void whenARefusedCallLeaves_thenNothingHappens() {
        enter("a", "b", "c", "d", "e");

        assertThat(admission.leave("e")).isEmpty();
        assertThat(admission.inFlight()).isEqualTo(2);
    }

    @Test
    void whenThereWouldBeNoPlaceAtAll_thenItIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Admission<String>(0, 1, ANY_PACE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Admission<String>(1, -1, ANY_PACE));
    }

    @Test
    void whenThePaceIsReached_thenCallsWaitInTheQueueAndGoOnInTime() {
        AtomicLong nanoTime = new AtomicLong();
        Admission<String> paced = new Admission<>(100, 2, Pace.of(4, meter(nanoTime)));
        for (String call : List.of("a", "b", "c", "d")) {
            assertThat(paced.enter(call)).isEqualTo(Place.ADMITTED);
        }
        assertThat(paced.enter("e")).isEqualTo(Place.WAITING);
        assertThat(paced.enter("f")).isEqualTo(Place.WAITING);
        assertThat(paced.enter("g")).isEqualTo(Place.REFUSED);
        assertThat(paced.leave("a")).isEmpty();
        assertThat(paced.untilNext()).contains(Duration.ofMillis(250));

        nanoTime.addAndGet(Duration.ofMillis(250).toNanos());

        assertThat(paced.untilNext()).contains(Duration.ZERO);
        assertThat(paced.next()).contains("e");
        assertThat(paced.next()).isEmpty();
        assertThat(paced.enter("h")).isEqualTo(Place.WAITING);
    }

    @Test
    void whenNobodyWaits_thenThereIsNothingToAwait() {
        enter("a");

        assertThat(admission.untilNext()).isEmpty();
    }

    @Test
    void whenPlacesHoldCallsBack_thenThereIsNothingToAwaitButThem() {
        enter("a", "b", "c");

        assertThat(admission.untilNext()).isEmpty();
    }

    private static TimeMeter meter(AtomicLong nanoTime) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanoTime.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    @Test
    void whateverComesAndGoes_thenTheBoundsHoldAndNoPlaceIsLost() {
        for (long seed = 0; seed < 200; seed++) {
            comeAndGo(new Random(seed));
        }
    }

    private static void comeAndGo(Random random) {
        int places = 1 + random.nextInt(4);
        int seats = random.nextInt(4);
        Admission<Integer> admission = new Admission<>(places, seats, ANY_PACE);
        List<Integer> present = new ArrayList<>();
        Deque<Integer> queue = new ArrayDeque<>();
        for (int call = 0; call < 100; call++) {
            if (random.nextBoolean() && !present.isEmpty()) {
                Integer leaving = present.remove(random.nextInt(present.size()));
                boolean waited = queue.remove(leaving);
                Integer expected = waited ? null : queue.poll();
                assertThat(admission.leave(leaving).orElse(null)).isEqualTo(expected);
            } else if (enters(admission, call, queue)) {
                present.add(call);
            }
            assertThat(admission.inFlight()).isEqualTo(Math.min(places, present.size()));
            assertThat(admission.waiting()).isEqualTo(queue.size()).isLessThanOrEqualTo(seats);
        }
        present.forEach(admission::leave);
        assertThat(admission.everyone()).isEmpty();
    }

    private static boolean enters(Admission<Integer> admission, int call, Deque<Integer> queue) {
        Place place = admission.enter(call);
        if (place == Place.WAITING) {
            queue.add(call);
        }
        return place != Place.REFUSED;
    }

    private void enter(String... calls) {
        for (String call : calls) {
            Place unused = admission.enter(call);
        }
    }
}
