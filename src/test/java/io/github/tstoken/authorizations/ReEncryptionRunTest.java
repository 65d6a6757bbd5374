package io.github.tstoken.authorizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.store.MissingKeyException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReEncryptionRunTest extends ConnectionsTest {

    @Test
    void whenNoneWasStarted_thenItIsIdle() {
        assertThat(now(node.reEncryption().report()).status())
                .isEqualTo(new ReEncryptionRun.Status(ReEncryptionRun.State.IDLE, 0, 0));
    }

    @Test
    @DisplayName("[D12] keys are changed while the service runs, and one that is still needed is missed at the start")
    void whenTheFirstKeyIsAnother_thenEverythingIsEncryptedWithItAndTheOldOneCanGo() {
        for (int person = 0; person < 150; person++) {
            connect(person("person-" + person));
        }
        assertThatThrownBy(() -> nodes.start(Nodes.key(2))).isInstanceOf(MissingKeyException.class);
        Authorizations both = nodes.start(Nodes.key(2), Nodes.key(1));
        assertThat(now(both.reEncryption().report()).remaining()).isEqualTo(150);
        ReEncryptionRun.Report begun = now(both.reEncryption().start());
        assertThat(begun.status().state()).isIn(ReEncryptionRun.State.RUNNING, ReEncryptionRun.State.FINISHED);
        await().untilAsserted(() -> assertThat(now(both.reEncryption().report()))
                .isEqualTo(new ReEncryptionRun.Report(
                        new ReEncryptionRun.Status(ReEncryptionRun.State.FINISHED, 150, 0), 0)));
        Authorizations fresh = nodes.start(Nodes.key(2));
        assertThat(now(tokenOf(fresh, person("person-7"))).accessToken()).isPresent();
    }

    @Test
    void whenARunHasFinished_thenTheNextOneBeginsAnew() {
        connect(BOB);
        Authorizations both = nodes.start(Nodes.key(2), Nodes.key(1));
        now(both.reEncryption().start());
        await().until(() -> now(both.reEncryption().report()).status().state() == ReEncryptionRun.State.FINISHED);
        now(both.reEncryption().start());
        await().untilAsserted(() -> assertThat(now(both.reEncryption().report()).status())
                .isEqualTo(new ReEncryptionRun.Status(ReEncryptionRun.State.FINISHED, 0, 0)));
    }
}
